package dev.mulligan.notify.channel.chat;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.JsonFields;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.PercentEncoding;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A channel to a Google Chat webhook (developers.google.com/workspace/chat/quickstart/webhooks):
 * {@code gchat://space/key/token[/thread]} or its native {@code
 * https://chat.googleapis.com/v1/spaces/space/messages?key=…&token=…}.
 */
public final class GoogleChatChannel extends HttpChannel {

  private static final String SPACES = "https://chat.googleapis.com/v1/spaces/";
  private static final ChatMarkup MARKUP = new ChatMarkup("*");

  /** The limit of a whole message is 32,000 bytes. */
  private static final TextLimit TEXT = TextLimit.bytes(30_000);

  private final String url;
  private final String thread;

  private GoogleChatChannel(ChannelIdentity identity, String url, String thread) {
    super(identity);
    this.url = url;
    this.thread = thread;
  }

  /**
   * @throws ChannelUrlException if the URL has no space, key or token
   */
  public static GoogleChatChannel of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("workspace", "space", "key", "token", "thread"));
    Arguments.requireNoPrefixed(url);
    List<String> parts = url.pathParts();
    String space = url.firstOf("workspace", "space").orElse(url.host());
    String key = url.firstOf("key").orElse(parts.isEmpty() ? "" : parts.get(0));
    String token = url.firstOf("token").orElse(parts.size() < 2 ? "" : parts.get(1));
    String thread = url.firstOf("thread").orElse(parts.size() < 3 ? "" : parts.get(2));
    if (space.isEmpty() || key.isEmpty() || token.isEmpty() || parts.size() > 3) {
      throw new ChannelUrlException(
          "a gchat:// URL is gchat://space/key/token, from the webhook's address "
              + SPACES
              + "space/messages?key=key&token=token");
    }
    String address =
        SPACES
            + PercentEncoding.encode(space)
            + "/messages?token="
            + PercentEncoding.encode(token)
            + "&key="
            + PercentEncoding.encode(key)
            + (thread.isEmpty() ? "" : "&messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD");
    return new GoogleChatChannel(
        ChannelIdentity.of(url, List.of(space, key, token)), address, thread);
  }

  /**
   * @param url of chat.googleapis.com
   * @throws ChannelUrlException if it is not a webhook's
   */
  public static GoogleChatChannel ofNative(ChannelUrl url) {
    List<String> parts = url.pathParts();
    int space = parts.indexOf("spaces") + 1;
    if (space == 0 || parts.size() <= space) {
      throw new ChannelUrlException(
          "a Google Chat webhook's address is " + SPACES + "space/messages?key=…&token=…");
    }
    String thread = url.firstOf("threadkey", "thread_key").orElse("");
    return of(
        url.as(
            "gchat",
            Optional.empty(),
            parts.get(space),
            List.of(),
            Map.of("key", url.argument("key"), "token", url.argument("token"), "thread", thread)));
  }

  @Override
  public HttpRequest request(Message message) {
    JsonObject body = new JsonObject();
    body.addProperty("text", Rendering.of(message.whole(), MARKUP, TEXT));
    if (!thread.isEmpty()) {
      JsonObject place = new JsonObject();
      place.addProperty("threadKey", thread);
      JsonFields.put(body, "thread", place);
    }
    return HttpRequest.json(url, body.toString());
  }
}
