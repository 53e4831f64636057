package dev.mulligan.notify.channel;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.text.Texts;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Maps an HTTP status to a delivery outcome, for vendors without their own protocol.
 *
 * <p>Only an answer about the message itself is final: 413, and 400 or 422 with a reason. Any other
 * refusal may come from a proxy in front of a receiver that is being redeployed, and passes.
 */
public final class HttpVerdict {

  private static final int BODY_SHOWN = 200;
  private static final int BODY_READ = 2_000;

  /**
   * Words with which a reason speaks of the channel rather than of the message: its address, its
   * credentials or its target. They err on the side of keeping a notification.
   */
  private static final String[] OF_CHANNEL = {
    "webhook",
    "token",
    "api key",
    "apikey",
    "api_key",
    "routing key",
    "routing_key",
    "integration key",
    "credential",
    "unauthor",
    "not authori",
    "permission",
    "forbidden",
    "expired",
    "disabled",
    "deactivated",
    "not enabled",
    "isnotenabled",
    "not found",
    "not_found",
    "notfound",
    "find the channel",
    "does not exist",
    "does_not_exist",
    "doesn't exist",
    "no such",
    "unknown",
    "invalid-channel",
    "invalid_channel",
    "not-allowed",
    "identifier is invalid",
    "'to' number",
    "archived",
    "kicked",
    "blocked",
    "unavailable",
    "try again",
    "throttl",
    "too many"
  };

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
      return new DeliveryOutcome.ChannelFailed(
          "HTTP "
              + answer.status()
              + " redirects to "
              + target(answer)
              + ", which is not followed");
    }
    return switch (answer.status()) {
      case 408, 425, 429 -> new DeliveryOutcome.RetryLater(describe(answer), wait);
      case 413 -> new DeliveryOutcome.Failed(describe(answer));
      case 400, 422 ->
          isAboutMessage(answer)
              ? new DeliveryOutcome.Failed(describe(answer))
              : new DeliveryOutcome.ChannelFailed(describe(answer));
      default ->
          answer.status() >= 500
              ? new DeliveryOutcome.RetryLater(describe(answer), wait)
              : new DeliveryOutcome.ChannelFailed(describe(answer));
    };
  }

  /** Formats the status and the beginning of the body, on one line. */
  public static String describe(HttpAnswer answer) {
    String body = Texts.clean(answer.body()).replaceAll("\\s+", " ").strip();
    String status = "HTTP " + answer.status();
    return body.isEmpty() ? status : status + ": " + Texts.cut(body, BODY_SHOWN);
  }

  /** Whether there is a reason, of the receiver and not a proxy's page, that is not the channel. */
  private static boolean isAboutMessage(HttpAnswer answer) {
    String reason = Texts.cut(answer.body().strip(), BODY_READ).toLowerCase(Locale.ROOT);
    if (reason.isEmpty()
        || reason.equals("{}")
        || reason.startsWith("<!doctype html")
        || reason.startsWith("<html")) {
      return false;
    }
    for (String word : OF_CHANNEL) {
      if (reason.contains(word)) {
        return false;
      }
    }
    return true;
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
