package dev.mulligan.notify.channel.telegram;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.VendorJson;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.StandardArguments;
import dev.mulligan.notify.content.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A channel to one chat of a Telegram bot: {@code
 * tgram://123456:token/chat[:topic][/chat…]?format=html|markdown|text&silent=yes&preview=yes&topic=…}
 * (core.telegram.org/bots/api).
 */
public final class TelegramChannel extends HttpChannel {

  private static final String API = "https://api.telegram.org/bot";

  /** Contains the bot's token. */
  private final String url;

  private final TelegramTerms terms;

  private TelegramChannel(ChannelIdentity identity, String url, TelegramTerms terms) {
    super(identity);
    this.url = url;
    this.terms = terms;
  }

  /**
   * Creates one channel for each chat, so that a retry repeats only the failed one.
   *
   * @throws ChannelUrlException if the URL has no token or no chat
   */
  public static List<Channel> of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("format", "silent", "preview", "topic"));
    Arguments.requireNoPrefixed(url);
    String token = url.host().startsWith("bot") ? url.host().substring(3) : url.host();
    List<String> chats = url.pathParts();
    int colon = token.indexOf(':');
    if (colon <= 0
        || !isWord(token.substring(0, colon))
        || !isWord(token.substring(colon + 1))
        || chats.isEmpty()) {
      throw new ChannelUrlException(
          "a tgram:// URL is tgram://token/chat, with the token that @BotFather gave, such as"
              + " 123456:ABC-def, and a chat's number or @name");
    }
    ChannelIdentity bot = ChannelIdentity.of(url, List.of(token, token.substring(colon + 1)));
    String api = API + token + "/sendMessage";
    TelegramFormat format = TelegramFormat.of(url);
    boolean isSilent = StandardArguments.flag(url, "silent").orElse(false);
    boolean hasPreview = StandardArguments.flag(url, "preview").orElse(false);
    List<Channel> channels = new ArrayList<>();
    for (String chat : chats) {
      TelegramTarget target = TelegramTarget.of(chat, url.arguments().getOrDefault("topic", ""));
      TelegramTerms terms = new TelegramTerms(target, format, isSilent, hasPreview);
      channels.add(new TelegramChannel(bot.at(chat), api, terms));
    }
    return channels;
  }

  @Override
  public HttpRequest request(Message message) {
    return HttpRequest.json(url, TelegramBody.of(message, terms).toString());
  }

  @Override
  public DeliveryOutcome judge(HttpAnswer answer) {
    VendorJson said = VendorJson.of(answer);
    if (answer.isSuccessful() && !said.isTrue("ok")) {
      return new DeliveryOutcome.ChannelFailed(
          "Telegram did not answer \"ok\": " + HttpVerdict.describe(answer));
    }
    VendorJson parameters = said.inside("parameters");
    Optional<String> movedTo = parameters.text("migrate_to_chat_id");
    if (movedTo.isPresent()) {
      return new DeliveryOutcome.ChannelFailed(
          "the group has become a supergroup: name it as " + movedTo.get() + " in the URL");
    }
    Optional<Duration> wait = parameters.number("retry_after").map(VendorJson::seconds);
    return HttpVerdict.of(answer, wait);
  }

  private static boolean isWord(String text) {
    boolean isWord = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isWord &= c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
    }
    return isWord;
  }
}
