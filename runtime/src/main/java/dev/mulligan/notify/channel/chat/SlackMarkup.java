package dev.mulligan.notify.channel.chat;

import dev.mulligan.notify.content.Markup;

/**
 * Slack's markup, mrkdwn. Escaping {@code & < >} disables {@code <!channel>} and {@code <@user>}
 * (docs.slack.dev/messaging/formatting-message-text). The other special characters have no escape;
 * a zero-width space removes their effect.
 */
final class SlackMarkup implements Markup {

  private static final String EFFECTIVE = "*_~`";
  private static final char ZERO_WIDTH_SPACE = '\u200B';

  @Override
  public String escape(String plain) {
    StringBuilder escaped = new StringBuilder(plain.length());
    if (plain.startsWith(">")) {
      // At the start of a line even an escaped one is a quote.
      escaped.append(ZERO_WIDTH_SPACE);
    }
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        default -> escaped.append(c);
      }
      if (EFFECTIVE.indexOf(c) >= 0) {
        escaped.append(ZERO_WIDTH_SPACE);
      }
    }
    return escaped.toString();
  }

  @Override
  public String bold(String escaped) {
    return "*" + escaped + "*";
  }
}
