package dev.mulligan.notify.channel.telegram;

import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Markup;
import java.util.Locale;
import java.util.Optional;

/**
 * The markup of Telegram messages.
 *
 * @param parseMode the Bot API's name for it; empty for plain text
 */
record TelegramFormat(Markup markup, Optional<String> parseMode) {

  /**
   * @throws ChannelUrlException if the URL requests an unknown format
   */
  static TelegramFormat of(ChannelUrl url) {
    return switch (url.arguments().getOrDefault("format", "html").toLowerCase(Locale.ROOT)) {
      case "html" -> new TelegramFormat(new TelegramHtml(), Optional.of("HTML"));
      case "markdown" -> new TelegramFormat(new TelegramMarkdown(), Optional.of("MarkdownV2"));
      case "text" -> new TelegramFormat(Markup.PLAIN, Optional.empty());
      default ->
          throw new ChannelUrlException(
              "the tgram:// URL's argument 'format' must be html, markdown or text");
    };
  }
}
