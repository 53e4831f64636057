package dev.mulligan.notify.channel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The addresses that vendors hand out themselves, {@code https://hooks.slack.com/…} and such. */
final class NativeUrls {

  /** What stands before a token, and the scheme for it. */
  private static final Map<String, String> TOKENS =
      Map.of(
          LarkChannel.LARK,
          "lark",
          LarkChannel.FEISHU,
          "feishu",
          Signl4Channel.WEBHOOK,
          "signl4",
          SpikeChannel.WEBHOOK,
          "spike");

  private NativeUrls() {}

  /**
   * A vendor's channel, or Mulligan's own JSON for an address of nobody we know.
   *
   * @throws ChannelUrlException when the URL has no usable host
   */
  static List<Channel> channels(String url) {
    ChannelUrl parsed = ChannelUrl.parse(url);
    String host = parsed.host().toLowerCase(Locale.ROOT);
    if (host.startsWith("hooks.slack")) {
      return List.of(SlackWebhookChannel.ofNative(url));
    }
    if (DiscordChannel.isNative(host)) {
      return List.of(DiscordChannel.ofNative(url));
    }
    if (host.equals("alert.victorops.com")) {
      return List.of(SplunkChannel.ofNative(parsed));
    }
    if (host.equals("chat.googleapis.com")) {
      return List.of(GoogleChatChannel.ofNative(parsed));
    }
    if (TeamsChannel.isNative(parsed, host)) {
      return List.of(TeamsChannel.ofNative(url));
    }
    if (NtfyChannel.isNative(parsed, host)) {
      return NtfyChannel.ofNative(parsed);
    }
    for (Map.Entry<String, String> webhook : TOKENS.entrySet()) {
      List<String> parts = parsed.pathParts();
      if (url.startsWith(webhook.getKey()) && !parts.isEmpty()) {
        String token = parts.get(parts.size() - 1);
        return Schemes.channels(
            parsed.as(webhook.getValue(), Optional.empty(), token, List.of(), parsed.arguments()));
      }
    }
    return List.of(JsonWebhookChannel.ofNative(url));
  }
}
