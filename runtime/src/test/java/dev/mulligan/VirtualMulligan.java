package dev.mulligan;

import dev.mulligan.log.Log;
import dev.mulligan.notify.delivery.NotificationService;
import dev.mulligan.notify.registry.NotificationSettings;
import dev.mulligan.report.FailureReports;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.listener.FailureListener;
import dev.mulligan.retry.wait.Sleeper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;

/** What retries share, in time that passes only while somebody sleeps. */
public final class VirtualMulligan implements Sleeper, LongSupplier {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final long SEED = 1;

  public final List<Duration> sleeps = new ArrayList<>();
  public final List<FailedCall> told = new ArrayList<>();
  public final Mulligan mulligan;
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private long nanos;
  private Runnable asleep = () -> {};

  public VirtualMulligan() {
    this(NotificationSettings.NONE);
  }

  public VirtualMulligan(NotificationSettings settings) {
    Log log =
        new Log(
            new PrintStream(logged, true, StandardCharsets.UTF_8),
            Log.Level.DEBUG,
            text -> text,
            Clock.systemUTC());
    NotificationService notifications = new NotificationService(settings, Map.of(), log);
    FailureListener reports = new FailureReports(() -> notifications, operation -> false, log);
    FailureListener listener =
        call -> {
          told.add(call);
          return reports.failed(call);
        };
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    mulligan =
        new Mulligan(
            new RetryEngine(this, clock, this, new Random(SEED), log, listener), notifications);
  }

  RetryBuilder retry(String operation) {
    return Retry.builder(operation).with(mulligan);
  }

  /** What happens during every sleep. */
  public void whileAsleep(Runnable action) {
    asleep = action;
  }

  public String log() {
    return logged.toString(StandardCharsets.UTF_8);
  }

  void passes(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public boolean sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(duration);
    asleep.run();
    passes(duration);
    return true;
  }

  @Override
  public void endAll() {}

  @Override
  public long getAsLong() {
    return nanos;
  }
}
