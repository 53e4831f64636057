package dev.mulligan.notify.channel.telegram;

import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.util.Optional;

/**
 * A Telegram chat in a URL: {@code 123}, {@code -100123}, {@code @channel} or {@code channel}, each
 * with {@code :topic} for a topic of a forum.
 *
 * @param chat in the Bot API's form
 * @param topic the message thread's number
 */
record TelegramTarget(String chat, Optional<Long> topic) {

  /**
   * @param usualTopic for a chat without a topic of its own; may be empty
   * @throws ChannelUrlException if the chat is neither a number nor a name, or the topic is not a
   *     number
   */
  static TelegramTarget of(String written, String usualTopic) {
    int colon = written.indexOf(':');
    String chat = colon < 0 ? written : written.substring(0, colon);
    String topic = colon < 0 ? usualTopic : written.substring(colon + 1);
    return new TelegramTarget(chatOf(chat), topicOf(topic));
  }

  private static String chatOf(String chat) {
    String name = chat.startsWith("@") ? chat.substring(1) : chat;
    if (isNumber(chat.startsWith("-") ? chat.substring(1) : chat)) {
      return chat;
    }
    if (!isName(name)) {
      throw new ChannelUrlException(
          "a chat of a tgram:// URL is its number, or the name of a public channel or group");
    }
    return "@" + name;
  }

  private static Optional<Long> topicOf(String topic) {
    if (topic.isEmpty()) {
      return Optional.empty();
    }
    if (!isNumber(topic)) {
      throw new ChannelUrlException("a topic of a tgram:// URL is a number");
    }
    return Optional.of(Long.valueOf(topic));
  }

  private static boolean isNumber(String text) {
    boolean isNumber = !text.isEmpty() && text.length() < 19;
    for (int i = 0; i < text.length(); i++) {
      isNumber &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return isNumber;
  }

  private static boolean isName(String text) {
    boolean isName = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isName &= c < 128 && (Character.isLetterOrDigit(c) || c == '_');
    }
    return isName;
  }
}
