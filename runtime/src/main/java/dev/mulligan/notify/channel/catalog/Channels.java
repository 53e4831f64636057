package dev.mulligan.notify.channel.catalog;

import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.chat.DiscordChannel;
import dev.mulligan.notify.channel.chat.SlackWebhookChannel;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.ChannelUrlParser;
import dev.mulligan.scheme.ChannelScheme;
import dev.mulligan.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Creates channels from their URLs. Opens no connection and loads nothing of the HTTP and JSON
 * libraries, so that the rule file can be checked before the application starts.
 */
public final class Channels {

  private Channels() {}

  /**
   * Creates one channel for each target of the URL.
   *
   * @param url a scheme's URL, or a native one such as {@code https://hooks.slack.com/services/…}
   * @throws ChannelUrlException if the URL is invalid
   */
  public static List<Channel> of(String url) {
    String text = url.strip();
    String name = ChannelUrlParser.schemeOf(text);
    Optional<ChannelScheme> scheme = ChannelScheme.named(name);
    if (scheme.isEmpty()) {
      throw unknown(name);
    }
    return scheme.get() == ChannelScheme.NATIVE
        ? NativeUrls.channels(text)
        : Schemes.channels(scheme.get(), ChannelUrl.parse(text));
  }

  /**
   * Creates a channel to a Slack incoming webhook, or to one that accepts the same messages.
   *
   * @param url as for {@link #of}; {@code https://} is optional
   * @throws ChannelUrlException if the URL is invalid
   */
  public static List<Channel> slackWebhook(String url) {
    String text = url.strip();
    if (text.toLowerCase(Locale.ROOT).startsWith("slack://")) {
      return of(text);
    }
    return List.of(SlackWebhookChannel.ofNative(text.contains("://") ? text : "https://" + text));
  }

  /**
   * Creates a channel to a Discord webhook.
   *
   * @param url as for {@link #of}; {@code https://} is optional
   * @throws ChannelUrlException if the URL is invalid, or not Discord's
   */
  public static List<Channel> discordWebhook(String url) {
    String text = url.strip();
    if (text.toLowerCase(Locale.ROOT).startsWith("discord://")) {
      return of(text);
    }
    String address = text.contains("://") ? text : "https://" + text;
    String host = ChannelUrl.parse(address).host().toLowerCase(Locale.ROOT);
    if (!DiscordChannel.isNative(host)) {
      throw new ChannelUrlException(
          "a Discord webhook's address is https://discord.com/api/webhooks/id/token");
    }
    return List.of(DiscordChannel.ofNative(address));
  }

  private static ChannelUrlException unknown(String scheme) {
    List<String> names = Schemes.names();
    Optional<String> nearest = NearestName.of(scheme, names);
    String hint =
        nearest.isPresent()
            ? "did you mean " + nearest.get() + "://?"
            : "known are " + String.join("://, ", names) + "://";
    return new ChannelUrlException("unknown channel scheme '" + scheme + "': " + hint);
  }
}
