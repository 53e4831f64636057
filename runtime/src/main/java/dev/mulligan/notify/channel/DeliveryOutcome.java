package dev.mulligan.notify.channel;

import java.time.Duration;
import java.util.Optional;

/** The outcome of one delivery attempt. Reasons are for people; they may quote the receiver. */
public sealed interface DeliveryOutcome {

  /** Returns why the receiver did not accept the message; empty if it did. */
  String reason();

  /** The receiver accepted the message. */
  record Delivered() implements DeliveryOutcome {
    @Override
    public String reason() {
      return "";
    }
  }

  /**
   * A temporary failure.
   *
   * @param hint how long the receiver asks to wait
   * @param isOwn whether this process lacks something, and the receiver has no part in it
   */
  record RetryLater(String reason, Optional<Duration> hint, boolean isOwn)
      implements DeliveryOutcome {

    public RetryLater(String reason, Optional<Duration> hint) {
      this(reason, hint, false);
    }
  }

  /** A permanent failure of this message. */
  record Failed(String reason) implements DeliveryOutcome {}

  /** The receiver does not exist any more: every message will fail. */
  record Gone(String reason) implements DeliveryOutcome {}
}
