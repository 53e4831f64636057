package dev.mulligan.notify.channel.chat;

import dev.mulligan.notify.content.Markup;

/**
 * Markup for chats without an escape syntax: a zero-width space after each special character
 * removes its effect, including mentions.
 *
 * @param boldSign before and after emphasised text
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
