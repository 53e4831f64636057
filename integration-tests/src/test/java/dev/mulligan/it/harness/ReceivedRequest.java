package dev.mulligan.it.harness;

import java.util.Map;
import java.util.Optional;

/**
 * A request that a test server received.
 *
 * @param target path and query
 * @param headers names in lower case
 * @param nanoTime when it came, by {@link System#nanoTime}
 */
public record ReceivedRequest(
    String method, String target, Map<String, String> headers, String body, long nanoTime) {

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
