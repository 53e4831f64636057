package dev.mulligan.notify.store;

import dev.mulligan.firstuse.FirstUse;
import dev.mulligan.log.Log;
import dev.mulligan.notify.EarlierIncidents;
import dev.mulligan.notify.lane.DeliveryTerms;
import dev.mulligan.notify.lane.Lanes;
import dev.mulligan.notify.outbox.StoredNotification;
import dev.mulligan.notify.registry.DeliverySettings;
import dev.mulligan.thread.MulliganThread;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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

  /** How long a start waits for the names of the files, which take well below a millisecond. */
  private static final long LONGEST_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final ReentrantLock recovery = new ReentrantLock();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Lanes lanes;
  private final Clock clock;
  private final IncidentStore incidents;
  private final IncidentTakeover takeover;
  private final Log log;
  private volatile boolean isEnding;
  private volatile boolean isKept;

  private volatile Optional<NotificationOutbox> current = Optional.empty();

  // Guarded by this.
  private final List<NotificationOutbox> all = new ArrayList<>();

  /**
   * @param earlier learns which incidents earlier processes left open
   */
  public Outboxes(Lanes lanes, DeliveryTerms terms, EarlierIncidents earlier, Log log) {
    this.lanes = lanes;
    this.clock = terms.clock();
    this.incidents = new IncidentStore(terms.nanos());
    this.takeover = new IncidentTakeover(incidents, earlier, log);
    this.log = log;
  }

  public IncidentStore incidents() {
    return incidents;
  }

  public IncidentTakeover takeover() {
    return takeover;
  }

  public Optional<NotificationOutbox> current() {
    if (!isKept) {
      keepCurrent();
    }
    return current;
  }

  /** Sets the outbox. A replaced one returns what it holds, and stores nothing more. */
  public synchronized void use(Optional<DeliverySettings.Outbox> settings) {
    if (settings.isEmpty()) {
      current = Optional.empty();
      incidents.use(null);
      return;
    }
    if (current.isPresent() && current.get().isFor(settings.get())) {
      return;
    }
    NotificationOutbox outbox = new NotificationOutbox(settings.get(), log);
    all.add(outbox);
    current = Optional.of(outbox);
    isKept = false;
    incidents.use(outbox);
    keepCurrent();
  }

  /** Starts the thread of the current outbox; without a free thread, the next use tries again. */
  private synchronized void keepCurrent() {
    Optional<NotificationOutbox> used = current;
    if (isKept || closed.getCount() == 0 || used.isEmpty()) {
      return;
    }
    Keeper keeper = new Keeper(used.get());
    try {
      MulliganThread.named("outbox", keeper).start();
      isKept = true;
    } catch (OutOfMemoryError noThread) {
      return; // nothing is lost: what other processes left is only sent later
    }
    if (keeper.mayHaveIncidents()) {
      takeover.expect();
    }
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
        new OutboxRecovery(lanes, clock, log).send(left, () -> isEnding);
      }
      return !isEnding;
    } finally {
      recovery.unlock();
    }
  }

  /** Synchronized: {@link #use} must have ended. */
  private synchronized boolean isExpecting() {
    return takeover.isExpecting();
  }

  private boolean isInUse(NotificationOutbox outbox) {
    return current.filter(used -> used == outbox).isPresent();
  }

  /** Closes all outboxes; unsent notifications stay on disk. */
  public synchronized void close() {
    closed.countDown();
    all.forEach(NotificationOutbox::close);
  }

  /** Waits; returns false after {@link #close}. */
  private boolean waits(Duration duration) {
    try {
      return !closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Not a lambda: it is created before the application has started. */
  private final class Keeper implements Runnable {
    private final NotificationOutbox outbox;

    private final CountDownLatch looked = new CountDownLatch(1);
    private volatile boolean hasFound;

    Keeper(NotificationOutbox outbox) {
      this.outbox = outbox;
    }

    /**
     * Whether there may be open incidents of earlier processes; also if the disk does not answer.
     * Only the thread of this object touches the disk, which may hang.
     */
    boolean mayHaveIncidents() {
      try {
        return !looked.await(LONGEST_LOOK_NANOS, TimeUnit.NANOSECONDS) || hasFound;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }

    @Override
    public void run() {
      hasFound = outbox.mayHaveIncidents();
      looked.countDown();
      if (isExpecting()) {
        takeover.takeOver(outbox);
      }
      boolean continues = waits(START);
      while (continues && !FirstUse.isSafe()) {
        continues = waits(START);
      }
      while (continues && recover(outbox)) {
        takeover.takeOver(outbox);
        takeover.expire();
        continues = isInUse(outbox) && waits(outbox.isBroken() ? AGAIN_WHEN_BROKEN : AGAIN);
      }
    }
  }
}
