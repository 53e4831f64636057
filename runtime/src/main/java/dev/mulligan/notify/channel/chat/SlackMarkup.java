package dev.mulligan.notify.channel.chat;

import dev.mulligan.notify.content.Markup;

/**
 * Text for Slack. With {@code & < >} escaped there is no {@code <!channel>} and no {@code <@user>}
 * left to fire (docs.slack.dev/messaging/formatting-message-text). The signs of its mrkdwn have no
 * escape; a zero-width space keeps them from meaning something.
 */
final class SlackMarkup implements Markup {

  private static final String EFFECTIVE = "*_~`";
  private static final char ZERO_WIDTH_SPACE = '\u200B';

  @Override
  public String escape(String plain) {
    StringBuilder escaped = new StringBuilder(plain.length());
    if (plain.startsWith(">")) {
      // At a line's beginning even an escaped one quotes.
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
