package dev.mulligan.notify.channel;

import java.util.List;
import java.util.Locale;

/** The addresses that vendors hand out themselves, {@code https://hooks.slack.com/…} and such. */
final class NativeUrls {

  private NativeUrls() {}

  /**
   * A vendor's channel, or Mulligan's own JSON for an address of nobody we know.
   *
   * @throws ChannelUrlException when the URL has no usable host
   */
  static List<Channel> channels(String url) {
    String host = ChannelUrl.parse(url).host().toLowerCase(Locale.ROOT);
    if (host.startsWith("hooks.slack")) {
      return List.of(SlackWebhookChannel.ofNative(url));
    }
    if (DiscordChannel.isNative(host)) {
      return List.of(DiscordChannel.ofNative(url));
    }
    if (host.equals("alert.victorops.com")) {
      return List.of(SplunkChannel.ofNative(ChannelUrl.parse(url)));
    }
    return List.of(JsonWebhookChannel.ofNative(url));
  }
}
