package dev.mulligan.http;

import java.time.Duration;
import java.util.Optional;

/**
 * The options of one receiver that differ from the notifier's settings.
 *
 * @param connectTimeout more than zero
 * @param readTimeout more than zero, for the whole response
 * @param verifiesCertificates false for a receiver with a self-signed certificate
 */
public record RequestOptions(
    Optional<Duration> connectTimeout,
    Optional<Duration> readTimeout,
    boolean verifiesCertificates) {

  public static final RequestOptions USUAL =
      new RequestOptions(Optional.empty(), Optional.empty(), true);

  boolean isUsual() {
    return connectTimeout.isEmpty() && readTimeout.isEmpty() && verifiesCertificates;
  }
}
