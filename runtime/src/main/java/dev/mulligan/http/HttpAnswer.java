package dev.mulligan.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The response of a server.
 *
 * @param body the beginning, at most {@value OkHttpSender#BODY_LIMIT} bytes
 * @param headers the last value of each name; names are case-insensitive
 */
public record HttpAnswer(int status, String body, Map<String, String> headers) {

  public HttpAnswer {
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = Collections.unmodifiableMap(sorted);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Returns how long the server asks to wait ({@code Retry-After}, both of its forms). */
  public Optional<Duration> retryAfter() {
    return header("Retry-After")
        .flatMap(
            value ->
                RetryAfter.parse(value, RetryAfter.timeAtServer(header("Date"), Instant.now())));
  }

  /** Returns the target of a redirect. */
  public Optional<String> location() {
    return header("Location");
  }

  public boolean isSuccessful() {
    return status >= 200 && status < 300;
  }

  public boolean isRedirect() {
    return status >= 300 && status < 400;
  }
}
