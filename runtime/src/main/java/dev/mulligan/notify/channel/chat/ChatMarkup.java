package dev.mulligan.notify.channel.chat;

import dev.mulligan.notify.content.Markup;

/**
 * Text for chats whose markup has no escape: a zero-width space behind each sign that could begin
 * something keeps it from doing so, a mention among them.
 *
 * @param boldSign before and behind what stands out
 */
record ChatMarkup(String boldSign) implements Markup {

  private static final String EFFECTIVE = "*_~`<@[$";
  private static final char ZERO_WIDTH_SPACE = '\u200B';

  @Override
  public String escape(String plain) {
    StringBuilder escaped = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      escaped.append(plain.charAt(i));
      if (EFFECTIVE.indexOf(plain.charAt(i)) >= 0) {
        escaped.append(ZERO_WIDTH_SPACE);
      }
    }
    return escaped.toString();
  }

  @Override
  public String bold(String escaped) {
    return boldSign + escaped + boldSign;
  }
}
