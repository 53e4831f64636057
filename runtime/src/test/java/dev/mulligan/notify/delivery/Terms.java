package dev.mulligan.notify.delivery;

import dev.mulligan.notify.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/** Delivery terms for tests. */
final class Terms {

  /** Always draws the lowest. */
  private static final RandomGenerator LOWEST = () -> 0;

  private Terms() {}

  static DeliveryTerms with(Sleeper sleeper) {
    return with(sleeper, 500, Duration.ofMillis(50));
  }

  static DeliveryTerms with(Sleeper sleeper, int queueLimit, Duration idle) {
    return new DeliveryTerms(
        queueLimit, idle, sleeper, LOWEST, Clock.fixed(Notifications.TIME, ZoneOffset.UTC));
  }
}
