package dev.mulligan.notify.channel;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.text.Texts;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Maps an HTTP status to a delivery outcome, for vendors without their own protocol. */
public final class HttpVerdict {

  private static final int BODY_SHOWN = 200;

  private HttpVerdict() {}

  public static DeliveryOutcome of(HttpAnswer answer) {
    return of(answer, Optional.empty());
  }

  /**
   * @param hint the vendor's own value of how long to wait, instead of the header {@code
   *     Retry-After}
   */
  public static DeliveryOutcome of(HttpAnswer answer, Optional<Duration> hint) {
    Optional<Duration> wait = hint.isPresent() ? hint : answer.retryAfter();
    if (answer.isSuccessful()) {
      return new DeliveryOutcome.Delivered();
    }
    if (answer.isRedirect()) {
      // Not followed: the credentials are for this host only.
      return new DeliveryOutcome.Failed(
          "HTTP "
              + answer.status()
              + " redirects to "
              + target(answer)
              + ", which is not followed");
    }
    return switch (answer.status()) {
      case 404, 410 -> new DeliveryOutcome.Gone(describe(answer));
      case 408, 425, 429 -> new DeliveryOutcome.RetryLater(describe(answer), wait);
      default ->
          answer.status() >= 500
              ? new DeliveryOutcome.RetryLater(describe(answer), wait)
              : new DeliveryOutcome.Failed(describe(answer));
    };
  }

  /** Formats the status and the beginning of the body, on one line. */
  public static String describe(HttpAnswer answer) {
    String body = Texts.clean(answer.body()).replaceAll("\\s+", " ").strip();
    String status = "HTTP " + answer.status();
    return body.isEmpty() ? status : status + ": " + Texts.cut(body, BODY_SHOWN);
  }

  private static String target(HttpAnswer answer) {
    return answer.location().flatMap(HttpVerdict::hostOf).orElse("another address");
  }

  private static Optional<String> hostOf(String location) {
    try {
      return Optional.ofNullable(URI.create(location).getHost());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
