package dev.mulligan.notify.channel.telegram;

import dev.mulligan.notify.content.Html;
import dev.mulligan.notify.content.Markup;

/**
 * The HTML that Telegram understands: a few tags, and line ends as they are
 * (core.telegram.org/bots/api#html-style).
 */
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
