package dev.mulligan.notify.channel.chat;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.ChannelTargets;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.channel.url.PercentEncoding;
import dev.mulligan.notify.content.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * A channel to a Rocket.Chat incoming webhook (docs.rocket.chat, "Incoming WebHook"): {@code
 * rocket[s]://hookA/hookB@host[:port][/#channel/@user…]}. For {@code user:password@host} see {@link
 * RocketChatLoginChannel}.
 */
public final class RocketChatWebhookChannel extends HttpChannel {

  private final String url;
  private final String target;

  private RocketChatWebhookChannel(ChannelIdentity identity, String url, String target) {
    super(identity);
    this.url = url;
    this.target = target;
  }

  /**
   * Creates one channel for each target.
   *
   * @throws ChannelUrlException if the URL has neither a webhook nor user and password
   */
  public static List<Channel> of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("to", "webhook"));
    Arguments.requireNoPrefixed(url);
    if (url.password().isPresent()) {
      return RocketChatLoginChannel.of(url);
    }
    List<String> tokens = tokens(url);
    ChannelUrl server = url.argument("webhook").isEmpty() ? server(url) : url;
    StringBuilder path = new StringBuilder("/hooks");
    for (String token : tokens) {
      path.append('/').append(PercentEncoding.encode(token));
    }
    String address = HttpAddress.ofServer(server, List.of()).below(path.toString());
    ChannelIdentity whole = ChannelIdentity.of(server, tokens);
    List<Channel> channels = new ArrayList<>();
    for (String target : ChannelTargets.of(url, server.pathParts(), "to")) {
      String name = target.startsWith("@") || target.startsWith("#") ? target : "#" + target;
      channels.add(new RocketChatWebhookChannel(whole.at(target), address, name));
    }
    return channels.isEmpty()
        ? List.of(new RocketChatWebhookChannel(whole, address, ""))
        : channels;
  }

  @Override
  public HttpRequest request(Message message) {
    return HttpRequest.json(url, RocketChatBody.of(message, target).toString());
  }

  @Override
  public DeliveryOutcome judge(HttpAnswer answer) {
    return RocketChatBody.judge(answer);
  }

  private static List<String> tokens(ChannelUrl url) {
    if (!url.argument("webhook").isEmpty()) {
      return List.of(url.argument("webhook").split("/", -1));
    }
    List<String> parts = url.pathParts();
    int at = parts.isEmpty() ? -1 : parts.get(0).indexOf('@');
    if (at <= 0 || url.host().isEmpty()) {
      throw new ChannelUrlException(
          "a "
              + url.scheme()
              + ":// URL is "
              + url.scheme()
              + "://hookA/hookB@host/#channel, from the webhook's address"
              + " https://host/hooks/hookA/hookB, or user:password@host/#channel");
    }
    return List.of(url.host(), parts.get(0).substring(0, at));
  }

  /**
   * Returns the part after the tokens. The URL parser takes the slash between the tokens for the
   * end of the host.
   */
  private static ChannelUrl server(ChannelUrl url) {
    String behind = url.path().substring(url.path().indexOf('@') + 1);
    ChannelUrl server = ChannelUrl.parse(url.scheme() + "://" + behind);
    return url.at(server.host(), server.port(), server.path());
  }
}
