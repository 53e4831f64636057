package dev.mulligan.notify.registry;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.io.File;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of storage, grouping and limits.
 *
 * @param outbox empty: unsent notifications are kept in memory only
 * @param groupWindow how long repeats of one fingerprint are only counted; more than zero; empty:
 *     each is sent
 * @param stormCap empty: no limit
 * @param shutdownTimeout how long the end of the process, or of the service, may wait for the
 *     channels, all together; from zero to an hour
 */
public record DeliverySettings(
    Optional<Outbox> outbox,
    Optional<Duration> groupWindow,
    Optional<StormCap> stormCap,
    Duration shutdownTimeout) {

  public static final Duration DEFAULT_SHUTDOWN_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration LONGEST_SHUTDOWN_TIMEOUT = Duration.ofHours(1);

  public static final DeliverySettings DEFAULTS =
      new DeliverySettings(
          Optional.empty(), Optional.of(Duration.ofMinutes(5)), Optional.of(StormCap.DEFAULT));

  /** No outbox, no grouping, no limit. */
  public static final DeliverySettings PLAIN =
      new DeliverySettings(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * @throws IllegalArgumentException with a message for people
   */
  public DeliverySettings {
    Check.require(
        groupWindow.isEmpty() || groupWindow.get().compareTo(Duration.ZERO) > 0,
        Setting.WINDOW,
        " must be > 0");
    Check.require(
        !shutdownTimeout.isNegative() && shutdownTimeout.compareTo(LONGEST_SHUTDOWN_TIMEOUT) <= 0,
        Setting.SHUTDOWN_TIMEOUT,
        " must be from 0 to 1h");
  }

  /** Creates settings with the default time-out at shutdown. */
  public DeliverySettings(
      Optional<Outbox> outbox, Optional<Duration> groupWindow, Optional<StormCap> stormCap) {
    this(outbox, groupWindow, stormCap, DEFAULT_SHUTDOWN_TIMEOUT);
  }

  public DeliverySettings withOutbox(Optional<Outbox> other) {
    return new DeliverySettings(other, groupWindow, stormCap, shutdownTimeout);
  }

  public DeliverySettings withGroupWindow(Optional<Duration> window) {
    return new DeliverySettings(outbox, window, stormCap, shutdownTimeout);
  }

  public DeliverySettings withStormCap(Optional<StormCap> cap) {
    return new DeliverySettings(outbox, groupWindow, cap, shutdownTimeout);
  }

  public DeliverySettings withShutdownTimeout(Duration timeout) {
    return new DeliverySettings(outbox, groupWindow, stormCap, timeout);
  }

  /**
   * The directory of notifications that survive the process.
   *
   * @param dir created if it is missing
   * @param maxSize of this process's files, in bytes; {@value #SMALLEST} or more
   */
  public record Outbox(File dir, long maxSize) {

    public static final long SMALLEST = 64 * 1_024;
    public static final long DEFAULT_SIZE = 64L * 1_024 * 1_024;

    /**
     * @throws IllegalArgumentException with a message for people
     */
    public Outbox {
      Check.require(maxSize >= SMALLEST, Setting.MAX_SIZE, " must be at least 64KB");
    }
  }

  /**
   * The maximum number of messages that a channel sends in any period.
   *
   * @param messages 1 to {@value #MOST}
   * @param period the length of the sliding window
   */
  public record StormCap(int messages, Duration period) {

    public static final int MOST = 10_000;
    public static final StormCap DEFAULT = new StormCap(20, Duration.ofMinutes(1));

    /**
     * @throws IllegalArgumentException with a message for people
     */
    public StormCap {
      Check.require(
          messages >= 1 && messages <= MOST,
          Setting.STORM_CAP,
          " must be from 1 to 10000 messages");
      Check.require(period.compareTo(Duration.ZERO) > 0, Setting.STORM_CAP, " needs a period > 0");
    }
  }
}
