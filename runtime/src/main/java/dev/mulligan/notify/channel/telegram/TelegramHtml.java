package dev.mulligan.notify.channel.telegram;

import dev.mulligan.notify.content.Html;
import dev.mulligan.notify.content.Markup;

/** Telegram's HTML: a few tags, and literal line ends (core.telegram.org/bots/api#html-style). */
final class TelegramHtml implements Markup {

  private static final Html HTML = new Html();

  @Override
  public String escape(String plain) {
    return HTML.escape(plain);
  }

  @Override
  public String bold(String escaped) {
    return HTML.bold(escaped);
  }
}
