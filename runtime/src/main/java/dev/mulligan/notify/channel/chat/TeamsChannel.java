package dev.mulligan.notify.channel.chat;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.channel.url.PercentEncoding;
import dev.mulligan.notify.channel.url.StandardArguments;
import dev.mulligan.notify.content.Message;
import java.util.List;

/**
 * A channel to a Microsoft Teams workflow that posts what its webhook receives: {@code
 * workflows://host[:port]/id/signature[?pa=yes]}, or its native URL at {@code …logic.azure.com} or
 * {@code …environment.api.powerplatform.com}.
 */
public final class TeamsChannel extends HttpChannel {

  private static final List<String> ARGUMENTS =
      List.of("id", "workflow", "sig", "signature", "ver", "api-version", "pa", "powerautomate");

  private static final List<String> HOSTS =
      List.of(".logic.azure.com", ".environment.api.powerplatform.com");

  private final HttpAddress address;

  private TeamsChannel(ChannelIdentity identity, HttpAddress address) {
    super(identity);
    this.address = address;
  }

  /**
   * @throws ChannelUrlException if the URL has no host, workflow or signature
   */
  public static TeamsChannel of(ChannelUrl url) {
    Arguments.requireKnown(url, ARGUMENTS);
    Arguments.requireNoPrefixed(url);
    List<String> parts = url.pathParts();
    String id = url.firstOf("workflow", "id").orElse(parts.isEmpty() ? "" : parts.get(0));
    String signature = url.firstOf("signature", "sig").orElse(parts.size() < 2 ? "" : parts.get(1));
    if (id.isEmpty() || signature.isEmpty() || url.host().isEmpty()) {
      throw new ChannelUrlException(
          "a workflows:// URL is workflows://host/workflow-id/signature; the address that Teams"
              + " shows can be used as it is");
    }
    boolean isPowerAutomate =
        StandardArguments.flag(url, "pa")
            .orElse(StandardArguments.flag(url, "powerautomate").orElse(false));
    String version =
        url.firstOf("api-version", "ver")
            .orElse(isPowerAutomate ? "2022-03-01-preview" : "2016-06-01");
    String address =
        "https://"
            + url.authority()
            + (isPowerAutomate ? "/powerautomate/automations/direct" : "")
            + "/workflows/"
            + PercentEncoding.encode(id)
            + "/triggers/manual/paths/invoke?api-version="
            + PercentEncoding.encode(version)
            + "&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig="
            + PercentEncoding.encode(signature);
    return new TeamsChannel(
        ChannelIdentity.of(url, List.of(id, signature)), HttpAddress.ofNative(address));
  }

  /** Whether the URL is that of a workflow. */
  public static boolean isNative(ChannelUrl url, String host) {
    boolean isKnown = false;
    for (String known : HOSTS) {
      isKnown |= host.endsWith(known);
    }
    return isKnown && url.path().contains("/workflows/");
  }

  /**
   * @throws ChannelUrlException if the URL has no valid host
   */
  public static TeamsChannel ofNative(String url) {
    HttpAddress address = HttpAddress.ofNative(url);
    return new TeamsChannel(ChannelIdentity.ofNative(address), address);
  }

  @Override
  public HttpRequest request(Message message) {
    return HttpRequest.json(address.url(), TeamsCard.of(message).toString());
  }
}
