package dev.mulligan.notify.channel.push;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.Priority;
import dev.mulligan.notify.channel.PriorityScale;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.util.List;

/**
 * A channel to an application of a Gotify server (gotify.net/docs/pushmsg): {@code
 * gotify[s]://host[:port][/path]/token[?priority=…]}.
 */
public final class GotifyChannel extends HttpChannel {

  private static final TextLimit TITLE = TextLimit.utf16(250);
  private static final TextLimit TEXT = TextLimit.utf16(32_768);

  private static final PriorityScale PRIORITIES =
      new PriorityScale(
          List.of(
              List.of("10", "emergency", "max"),
              List.of("9"),
              List.of("8", "high"),
              List.of("7"),
              List.of("6"),
              List.of("5", "normal", "default"),
              List.of("4"),
              List.of("3", "moderate"),
              List.of("2"),
              List.of("1"),
              List.of("0", "low", "min")),
          "10",
          "8",
          "5",
          "3");

  private final HttpAddress address;
  private final String token;
  private final Priority priority;

  private GotifyChannel(
      ChannelIdentity identity, HttpAddress address, String token, Priority priority) {
    super(identity);
    this.address = address;
    this.token = token;
    this.priority = priority;
  }

  /**
   * @throws ChannelUrlException when the URL names no host or no token
   */
  public static GotifyChannel of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("priority"));
    Arguments.requireNoPrefixed(url);
    List<String> parts = url.pathParts();
    if (parts.isEmpty() || !Arguments.isPrintableAscii(parts.get(parts.size() - 1))) {
      throw new ChannelUrlException("a " + url.scheme() + ":// URL is " + url.example());
    }
    String token = parts.get(parts.size() - 1);
    return new GotifyChannel(
        ChannelIdentity.of(url, List.of(token)),
        HttpAddress.ofServer(url, parts.subList(0, parts.size() - 1)),
        token,
        PRIORITIES.chosenBy(url, "priority"));
  }

  @Override
  public HttpRequest request(Message message) {
    JsonObject body = new JsonObject();
    body.addProperty("title", Rendering.of(message.title(), Markup.PLAIN, TITLE));
    body.addProperty("message", Rendering.of(message.body(), Markup.PLAIN, TEXT));
    body.addProperty("priority", Integer.parseInt(priority.of(message.notification())));
    return address
        .authorize(HttpRequest.json(address.below("/message"), body.toString()))
        .with("X-Gotify-Key", token);
  }
}
