package dev.mulligan.it.harness;

import java.util.Map;
import java.util.Optional;

/**
 * A request as a test server received it.
 *
 * @param target path and query
 * @param headers names in lower case
 */
public record ReceivedRequest(
    String method, String target, Map<String, String> headers, String body) {

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
