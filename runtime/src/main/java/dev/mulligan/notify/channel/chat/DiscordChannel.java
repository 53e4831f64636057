package dev.mulligan.notify.channel.chat;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.PercentEncoding;
import dev.mulligan.notify.content.Message;
import java.util.List;
import java.util.Optional;

/**
 * A channel to a Discord webhook: {@code discord://[bot@]id/token[?thread=…]} or its native {@code
 * https://discord.com/api/webhooks/id/token} (docs.discord.com/developers/resources/webhook).
 */
public final class DiscordChannel extends HttpChannel {

  private static final String WEBHOOKS = "https://discord.com/api/webhooks/";
  private static final List<String> HOSTS = List.of("discord.com", "discordapp.com");

  private final String url;
  private final Optional<String> sender;

  private DiscordChannel(ChannelIdentity identity, String url, Optional<String> sender) {
    super(identity);
    this.url = url;
    this.sender = sender;
  }

  /**
   * @throws ChannelUrlException if the URL has no webhook id or token
   */
  public static DiscordChannel of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("thread"));
    Arguments.requireNoPrefixed(url);
    List<String> parts = url.pathParts();
    if (url.host().isEmpty() || parts.size() != 1) {
      throw new ChannelUrlException(
          "a discord:// URL is discord://id/token, from the webhook's address"
              + " https://discord.com/api/webhooks/id/token");
    }
    String token = parts.get(0);
    ChannelIdentity identity = ChannelIdentity.of(url, List.of(url.host(), token));
    // With wait=true the response reports whether the message was posted.
    String thread = url.arguments().getOrDefault("thread", "");
    String address =
        WEBHOOKS
            + PercentEncoding.encode(url.host())
            + "/"
            + PercentEncoding.encode(token)
            + "?wait=true"
            + (thread.isEmpty() ? "" : "&thread_id=" + PercentEncoding.encode(thread));
    return new DiscordChannel(identity, address, url.user());
  }

  /** Whether a host belongs to Discord. */
  public static boolean isNative(String host) {
    for (String known : HOSTS) {
      if (host.equals(known) || host.endsWith("." + known)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @throws ChannelUrlException if the URL is not a webhook's
   */
  public static DiscordChannel ofNative(String text) {
    ChannelUrl url = ChannelUrl.parse(text);
    List<String> parts = url.pathParts();
    int hooks = parts.indexOf("webhooks");
    if (hooks < 0 || parts.size() != hooks + 3) {
      throw new ChannelUrlException(
          "a Discord webhook's address is https://discord.com/api/webhooks/id/token");
    }
    String thread = url.arguments().getOrDefault("thread_id", "");
    return of(
        ChannelUrl.parse(
            "discord://"
                + PercentEncoding.encode(parts.get(hooks + 1))
                + "/"
                + PercentEncoding.encode(parts.get(hooks + 2))
                + (thread.isEmpty() ? "" : "?thread=" + PercentEncoding.encode(thread))));
  }

  @Override
  public HttpRequest request(Message message) {
    return HttpRequest.json(url, DiscordBody.of(message, sender).toString());
  }

  @Override
  public DeliveryOutcome judge(HttpAnswer answer) {
    return HttpVerdict.of(answer, DiscordBody.retryAfter(answer));
  }
}
