package dev.mulligan.it.harness;

import java.net.URI;

/**
 * A request that came through a {@link CapturingProxy}.
 *
 * @param scheme {@code https} or {@code http}
 */
public record CapturedRequest(String scheme, ReceivedRequest request) {

  /** The request's whole URL; a proxy is given it for plain HTTP, and only the path in a tunnel. */
  public URI url() {
    String target = request.target();
    return URI.create(
        target.startsWith("/") ? scheme + "://" + request.headers().get("host") + target : target);
  }
}
