package dev.mulligan.notify.channel.chat;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.ChannelTargets;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.channel.url.PercentEncoding;
import dev.mulligan.notify.content.Markdown;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A channel to a Mattermost incoming webhook
 * (developers.mattermost.com/integrate/webhooks/incoming): {@code
 * mmost[s]://[bot@]host[:port][/path]/token[?channel=ops,@bob]}.
 */
public final class MattermostChannel extends HttpChannel {

  private static final Markdown MARKUP = new Markdown();

  /** The limit of a post in code points (server/public/model/post.go). */
  private static final TextLimit TEXT = TextLimit.codePoints(16_383);

  private final String url;
  private final Optional<String> sender;
  private final String target;

  private MattermostChannel(
      ChannelIdentity identity, String url, Optional<String> sender, String target) {
    super(identity);
    this.url = url;
    this.sender = sender;
    this.target = target;
  }

  /**
   * Creates one channel for each target.
   *
   * @throws ChannelUrlException if the URL has no host or no token
   */
  public static List<Channel> of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("channel", "channels", "to"));
    Arguments.requireNoPrefixed(url);
    List<String> parts = url.pathParts();
    if (parts.isEmpty()) {
      throw new ChannelUrlException(
          "a "
              + url.scheme()
              + ":// URL is "
              + url.scheme()
              + "://host/token, from the webhook's"
              + " address https://host/hooks/token");
    }
    String token = parts.get(parts.size() - 1);
    List<String> prefix = parts.subList(0, parts.size() - 1);
    String address =
        HttpAddress.ofServer(url, prefix).below("/hooks/" + PercentEncoding.encode(token));
    ChannelIdentity whole = ChannelIdentity.of(url, List.of(token));
    List<Channel> channels = new ArrayList<>();
    for (String target : ChannelTargets.of(url, List.of(), "channel", "channels", "to")) {
      String name = target.startsWith("#") ? target.substring(1) : target;
      channels.add(new MattermostChannel(whole.at(target), address, url.user(), name));
    }
    return channels.isEmpty()
        ? List.of(new MattermostChannel(whole, address, url.user(), ""))
        : channels;
  }

  @Override
  public HttpRequest request(Message message) {
    JsonObject body = new JsonObject();
    body.addProperty("text", Rendering.of(message.whole(), MARKUP, TEXT));
    sender.ifPresent(name -> body.addProperty("username", name));
    if (!target.isEmpty()) {
      body.addProperty("channel", target);
    }
    return HttpRequest.json(url, body.toString());
  }
}
