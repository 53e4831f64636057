package dev.mulligan.notify.channel;

import java.time.Duration;
import java.util.Optional;

/** The outcome of one delivery attempt. Reasons are for people; they may quote the receiver. */
public sealed interface DeliveryOutcome {

  /** Returns why the receiver did not accept the message; empty if it did. */
  String reason();

  /** Returns how long the receiver asks to wait before the next attempt. */
  default Optional<Duration> hint() {
    return Optional.empty();
  }

  /** Returns the same failure as one of the channel, if it is one of the message. */
  default DeliveryOutcome ofChannel() {
    return this;
  }

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
   */
  record RetryLater(String reason, Optional<Duration> hint) implements DeliveryOutcome {}

  /** The receiver refuses this message for good, and others not. */
  record Failed(String reason) implements DeliveryOutcome {
    @Override
    public DeliveryOutcome ofChannel() {
      return new ChannelFailed(reason);
    }
  }

  /**
   * The receiver refuses every message: its address, its credentials or its own settings look
   * wrong. That may pass, with the end of a redeployment or when a person repairs it.
   */
  record ChannelFailed(String reason) implements DeliveryOutcome {}
}
