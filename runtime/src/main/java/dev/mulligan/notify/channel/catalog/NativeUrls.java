package dev.mulligan.notify.channel.catalog;

import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.chat.DiscordChannel;
import dev.mulligan.notify.channel.chat.GoogleChatChannel;
import dev.mulligan.notify.channel.chat.SlackWebhookChannel;
import dev.mulligan.notify.channel.chat.TeamsChannel;
import dev.mulligan.notify.channel.incident.SplunkChannel;
import dev.mulligan.notify.channel.push.NtfyChannel;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.webhook.JsonWebhookChannel;
import dev.mulligan.scheme.ChannelScheme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Creates channels from the native URLs of vendors, such as {@code https://hooks.slack.com/…}. */
final class NativeUrls {

  /** Schemes whose native URL ends with a token and contains nothing else. */
  private static final ChannelScheme[] TOKENS = {
    ChannelScheme.LARK, ChannelScheme.FEISHU, ChannelScheme.SIGNL4, ChannelScheme.SPIKE
  };

  private NativeUrls() {}

  /**
   * Creates a vendor's channel, or a JSON webhook for a URL of no known vendor.
   *
   * @throws ChannelUrlException if the URL has no valid host
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
    for (ChannelScheme scheme : TOKENS) {
      List<String> parts = parsed.pathParts();
      if (url.startsWith(scheme.nativeUrls().get(0).https()) && !parts.isEmpty()) {
        String token = parts.get(parts.size() - 1);
        String name = scheme.names().get(0);
        return Schemes.channels(
            scheme, parsed.as(name, Optional.empty(), token, List.of(), parsed.arguments()));
      }
    }
    return List.of(JsonWebhookChannel.ofNative(url));
  }
}
