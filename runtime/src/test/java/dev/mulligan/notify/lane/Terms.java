package dev.mulligan.notify.lane;

import dev.mulligan.notify.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;

/** Delivery terms for tests. */
public final class Terms {

  /** Always draws the lowest. */
  private static final RandomGenerator LOWEST = () -> 0;

  private Terms() {}

  public static DeliveryTerms with(DeliveryPause sleeper) {
    return with(sleeper, 500, Duration.ofMillis(50));
  }

  public static DeliveryTerms with(DeliveryPause sleeper, int queueLimit, Duration idle) {
    return new DeliveryTerms(
        queueLimit, idle, sleeper, LOWEST, Clock.fixed(Notifications.TIME, ZoneOffset.UTC));
  }
}
