package dev.mulligan.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What one receiver's requests need otherwise than the notifier's settings say.
 *
 * @param connectTimeout more than zero
 * @param readTimeout more than zero, for the whole answer
 * @param verifiesCertificates false for a receiver whose certificate no authority has signed
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
