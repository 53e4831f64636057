package dev.mulligan.notify.channel;

import java.time.Duration;
import java.util.Optional;

/** What became of one try to send. Reasons are for people; they may repeat the receiver's words. */
public sealed interface DeliveryOutcome {

  /** Why the receiver does not have it; empty when it does. */
  String reason();

  /** The receiver has it. */
  record Delivered() implements DeliveryOutcome {
    @Override
    public String reason() {
      return "";
    }
  }

  /**
   * Not now.
   *
   * @param hint how long the receiver asks to wait
   */
  record RetryLater(String reason, Optional<Duration> hint) implements DeliveryOutcome {}

  /** This message will never be taken. */
  record Failed(String reason) implements DeliveryOutcome {}

  /** The receiver does not exist any more: no message will ever be taken. */
  record Gone(String reason) implements DeliveryOutcome {}
}
