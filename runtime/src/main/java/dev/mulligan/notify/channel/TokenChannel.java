package dev.mulligan.notify.channel;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.PercentEncoding;
import dev.mulligan.notify.content.Message;
import dev.mulligan.scheme.ChannelScheme;
import java.util.List;

/** A channel to a vendor's webhook whose URL consists of a fixed part and a token. */
public abstract class TokenChannel extends HttpChannel {

  private final String url;

  /**
   * @param scheme its native URL precedes the token
   * @throws ChannelUrlException if the URL has no token, or an unknown argument
   */
  public TokenChannel(ChannelUrl url, ChannelScheme scheme, List<String> arguments) {
    super(ChannelIdentity.of(url, List.of(token(url))));
    Arguments.requireKnown(url, arguments);
    Arguments.requireNoPrefixed(url);
    this.url = scheme.nativeUrls().get(0).https() + PercentEncoding.encode(token(url));
  }

  @Override
  public HttpRequest request(Message message) {
    return HttpRequest.json(url, body(message).toString());
  }

  public abstract JsonObject body(Message message);

  private static String token(ChannelUrl url) {
    if (url.host().isEmpty() || !url.pathParts().isEmpty()) {
      throw new ChannelUrlException(
          "the " + url.scheme() + ":// URL names no token; it is " + url.example());
    }
    return url.host();
  }
}
