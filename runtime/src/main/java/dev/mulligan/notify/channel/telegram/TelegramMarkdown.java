package dev.mulligan.notify.channel.telegram;

import dev.mulligan.notify.content.Markup;

/** Telegram's MarkdownV2 (core.telegram.org/bots/api#markdownv2-style). */
final class TelegramMarkdown implements Markup {

  private static final String SPECIAL = "\\_*[]()~`>#+-=|{}.!";

  @Override
  public String escape(String plain) {
    StringBuilder escaped = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      if (SPECIAL.indexOf(plain.charAt(i)) >= 0) {
        escaped.append('\\');
      }
      escaped.append(plain.charAt(i));
    }
    return escaped.toString();
  }

  @Override
  public String bold(String escaped) {
    return "*" + escaped + "*";
  }
}
