package dev.mulligan.notify.channel;

import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.content.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A channel: one receiver of notifications. Immutable; contains secrets, which none of its texts
 * shows. Created by {@link Channels}.
 */
public interface Channel {

  /** Returns the URL for people: enough to recognise the receiver, without its secrets. */
  String maskedUrl();

  /** Masks the channel's secrets in a receiver's response, which may repeat them. */
  String hideSecrets(String text);

  /** Whether the receiver keeps an incident open until a notification resolves its fingerprint. */
  default boolean keepsIncidents() {
    return false;
  }

  /**
   * Sends a message once and waits for the response.
   *
   * @throws IOException if there is no response; worth another attempt
   */
  DeliveryOutcome send(Message message, Network network) throws IOException;

  /**
   * Returns how often to repeat the notification of a continuing incident, for a receiver that
   * otherwise considers it resolved; empty for all others.
   */
  default Optional<Duration> repeatInterval() {
    return Optional.empty();
  }
}
