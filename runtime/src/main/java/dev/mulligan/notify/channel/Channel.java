package dev.mulligan.notify.channel;

import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.content.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One receiver. Immutable; holds secrets, which none of its texts shows. Made by {@link Channels}.
 */
public interface Channel {

  /** For people: enough to recognise the receiver, none of its secrets. */
  String maskedUrl();

  /** Hides the channel's secrets in what a receiver answered, which may repeat them. */
  String hideSecrets(String text);

  /** Whether it keeps an incident open until a notification resolves the same fingerprint. */
  default boolean keepsIncidents() {
    return false;
  }

  /**
   * Sends once and waits for the answer.
   *
   * @throws IOException when there was no answer; worth another try
   */
  DeliveryOutcome send(Message message, Network network) throws IOException;

  /**
   * How often a notification of trouble that lasts is repeated: the receiver takes for resolved
   * what is not. Empty for receivers that need no repeats.
   */
  default Optional<Duration> repeatInterval() {
    return Optional.empty();
  }
}
