package dev.mulligan.notify.channel.webhook;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.ChannelTargets;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.JsonFields;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.channel.url.OwnHeaders;
import dev.mulligan.notify.channel.url.PercentEncoding;
import dev.mulligan.notify.content.Markup;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Rendering;
import dev.mulligan.notify.content.TextLimit;
import java.util.List;
import java.util.Map;

/**
 * A channel to an Apprise API server (github.com/caronc/apprise-api), which forwards to the
 * receivers of one of its configurations: {@code
 * apprise[s]://[user:password@]host[:port][/path]/key[?tags=a,b&+Header=…]}.
 */
public final class AppriseApiChannel extends HttpChannel {

  private static final int NO_CONTENT = 204;
  private static final TextLimit TITLE = TextLimit.utf16(250);
  private static final TextLimit TEXT = TextLimit.utf16(32_768);

  private final HttpAddress address;
  private final String key;
  private final List<String> tags;
  private final Map<String, String> headers;

  private AppriseApiChannel(
      ChannelIdentity identity,
      HttpAddress address,
      String key,
      List<String> tags,
      Map<String, String> headers) {
    super(identity);
    this.address = address;
    this.key = key;
    this.tags = tags;
    this.headers = headers;
  }

  /**
   * @throws ChannelUrlException if the URL has no host or no key
   */
  public static AppriseApiChannel of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("tags", "to"));
    Arguments.requirePrefixed(url, "+");
    List<String> parts = url.pathParts();
    String key = url.firstOf("to").orElse(parts.isEmpty() ? "" : parts.get(parts.size() - 1));
    if (key.isEmpty()) {
      throw new ChannelUrlException("an " + url.scheme() + ":// URL is " + url.example());
    }
    boolean isInPath = url.argument("to").isEmpty();
    List<String> prefix = isInPath ? parts.subList(0, parts.size() - 1) : parts;
    return new AppriseApiChannel(
        ChannelIdentity.of(url, List.of(key)),
        HttpAddress.ofServer(url, prefix),
        key,
        ChannelTargets.of(url, List.of(), "tags"),
        OwnHeaders.of(url));
  }

  @Override
  public HttpRequest request(Message message) {
    JsonObject body = new JsonObject();
    body.addProperty("title", Rendering.of(message.title(), Markup.PLAIN, TITLE));
    body.addProperty("body", Rendering.of(message.body(), Markup.PLAIN, TEXT));
    body.addProperty("type", message.notification().severity().key());
    body.addProperty("format", "text");
    JsonFields.putTexts(body, "tag", tags);
    String url = address.below("/notify/" + PercentEncoding.encode(key));
    return address.authorize(HttpRequest.json(url, body.toString())).with(headers);
  }

  @Override
  public DeliveryOutcome judge(HttpAnswer answer) {
    return answer.status() == NO_CONTENT
        ? new DeliveryOutcome.ChannelFailed(
            "the Apprise API server has no configuration under this key")
        : HttpVerdict.of(answer);
  }
}
