package dev.mulligan.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What a server said.
 *
 * @param body its beginning, at most {@value OkHttpSender#BODY_LIMIT} bytes of it
 * @param retryAfter how long the server asks to wait
 * @param location the header as sent
 */
public record HttpAnswer(
    int status, String body, Optional<Duration> retryAfter, Optional<String> location) {

  public boolean isSuccessful() {
    return status >= 200 && status < 300;
  }

  public boolean isRedirect() {
    return status >= 300 && status < 400;
  }
}
