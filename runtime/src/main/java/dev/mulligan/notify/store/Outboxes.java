package dev.mulligan.notify.store;

import dev.mulligan.log.Log;
import dev.mulligan.notify.lane.Lanes;
import dev.mulligan.notify.outbox.StoredNotification;
import dev.mulligan.notify.registry.DeliverySettings;
import dev.mulligan.thread.MulliganThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** The current and the earlier outboxes, and the thread that recovers what was left in them. */
public final class Outboxes {

  /** Lets the application start first. */
  private static final Duration START = Duration.ofMillis(500);

  /** How long after the end of a process another one takes over what it left. */
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private static final Duration AGAIN_WHEN_BROKEN = Duration.ofMinutes(1);

  private static final long LONGEST_END_SECONDS = 1;

  private final ReentrantLock recovery = new ReentrantLock();
  private final Lanes lanes;
  private final Log log;
  private volatile boolean isEnding;
  private volatile Optional<NotificationOutbox> current = Optional.empty();

  // Guarded by this.
  private final List<NotificationOutbox> all = new ArrayList<>();
  private boolean isClosed;

  public Outboxes(Lanes lanes, Log log) {
    this.lanes = lanes;
    this.log = log;
  }

  public Optional<NotificationOutbox> current() {
    return current;
  }

  /** Sets the outbox. A replaced one returns what it holds, and stores nothing more. */
  public synchronized void use(Optional<DeliverySettings.Outbox> settings) {
    if (settings.isEmpty()) {
      current = Optional.empty();
      return;
    }
    if (current.isPresent() && current.get().isFor(settings.get())) {
      return;
    }
    NotificationOutbox outbox = new NotificationOutbox(settings.get(), log);
    all.add(outbox);
    current = Optional.of(outbox);
    MulliganThread.named("outbox", new Keeper(outbox)).start();
  }

  /**
   * Ends the recovery of what other processes left, before the lanes end: a lane that has ended
   * would take a recovered notification for one that cannot be delivered. What is claimed and not
   * yet handed to the lanes stays in the outbox. Waits a second at most.
   */
  public void endRecovery() {
    isEnding = true;
    try {
      if (recovery.tryLock(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
        recovery.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when the recovery has ended. */
  private boolean recover(NotificationOutbox outbox) {
    recovery.lock();
    try {
      List<StoredNotification> left = isEnding ? List.of() : outbox.claim();
      if (!isEnding) {
        new OutboxRecovery(lanes, log).send(left, () -> isEnding);
      }
      return !isEnding;
    } finally {
      recovery.unlock();
    }
  }

  private boolean isInUse(NotificationOutbox outbox) {
    return current.filter(used -> used == outbox).isPresent();
  }

  /** Closes all outboxes; unsent notifications stay on disk. */
  public synchronized void close() {
    isClosed = true;
    notifyAll();
    all.forEach(NotificationOutbox::close);
  }

  /** Waits; returns false after {@link #close}. */
  private synchronized boolean waits(Duration duration) {
    long until = System.nanoTime() + duration.toNanos();
    long left = duration.toNanos();
    try {
      while (!isClosed && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = until - System.nanoTime();
      }
      return !isClosed;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Not a lambda: it is created before the application has started. */
  private final class Keeper implements Runnable {
    private final NotificationOutbox outbox;

    Keeper(NotificationOutbox outbox) {
      this.outbox = outbox;
    }

    @Override
    public void run() {
      boolean continues = waits(START);
      while (continues && recover(outbox)) {
        continues = isInUse(outbox) && waits(outbox.isBroken() ? AGAIN_WHEN_BROKEN : AGAIN);
      }
    }
  }
}
