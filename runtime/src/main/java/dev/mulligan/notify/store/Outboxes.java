package dev.mulligan.notify.store;

import dev.mulligan.firstuse.FirstUse;
import dev.mulligan.log.Log;
import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.EarlierIncidents;
import dev.mulligan.notify.group.KeptIncident;
import dev.mulligan.notify.lane.DeliveryTerms;
import dev.mulligan.notify.lane.Lanes;
import dev.mulligan.notify.outbox.StoredNotification;
import dev.mulligan.notify.registry.DeliverySettings;
import dev.mulligan.thread.MulliganThread;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The current and the earlier outboxes, and the thread that recovers what was left in them. */
public final class Outboxes {

  /** Lets the application start first. */
  private static final Duration START = Duration.ofMillis(500);

  /** How long after the end of a process another one takes over what it left. */
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private static final Duration AGAIN_WHEN_BROKEN = Duration.ofMinutes(1);

  private static final long LONGEST_END_SECONDS = 1;

  /** How long a failing call waits for what earlier processes left. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  /** How long a start waits for the names of the files, which take well below a millisecond. */
  private static final long LONGEST_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final ReentrantLock recovery = new ReentrantLock();
  private final Lanes lanes;
  private final Clock clock;
  private final EarlierIncidents earlier;
  private final IncidentStore incidents;
  private final Log log;
  private volatile @Nullable Successor successor;
  private volatile boolean isEnding;
  private volatile boolean isKept;

  /** Counted down when the open incidents of earlier processes are known; null if they are. */
  private volatile @Nullable CountDownLatch expecting;

  private volatile long patientUntil;

  private volatile Optional<NotificationOutbox> current = Optional.empty();

  // Guarded by this.
  private final List<NotificationOutbox> all = new ArrayList<>();
  private boolean isClosed;

  /**
   * @param earlier learns which incidents earlier processes left open
   */
  public Outboxes(Lanes lanes, DeliveryTerms terms, EarlierIncidents earlier, Log log) {
    this.lanes = lanes;
    this.clock = terms.clock();
    this.earlier = earlier;
    this.incidents = new IncidentStore(terms.nanos());
    this.log = log;
  }

  /** Goes on with what earlier processes left open. */
  public interface Successor {

    /** Goes on with these incidents. */
    void leftOpen(List<KeptIncident> left);

    /** Closes the incidents that are too old. Called every few seconds. */
    void expire();
  }

  /** Sets who goes on with open incidents; before {@link #use}. */
  public void succeededBy(Successor next) {
    successor = next;
  }

  public IncidentStore incidents() {
    return incidents;
  }

  /**
   * Waits until the open incidents of earlier processes are known, if there may be any. Waits once,
   * for two seconds at most: a disk that hangs must not hold up one call after the other.
   */
  public void awaitIncidents() {
    CountDownLatch known = expecting;
    if (known == null) {
      return;
    }
    boolean wasInterrupted = Thread.interrupted();
    try {
      long left = patientUntil - System.nanoTime();
      if (known.await(Math.max(0, left), TimeUnit.NANOSECONDS)) {
        expecting = null;
      }
    } catch (InterruptedException e) {
      wasInterrupted = true;
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void takeOver(NotificationOutbox outbox) {
    List<KeptIncident> left = List.of();
    List<IOException> unreadable = new ArrayList<>();
    try {
      left = incidents.takeOver(outbox, unreadable);
      Successor next = successor;
      if (next != null && !left.isEmpty()) {
        next.leftOpen(left);
        log.info("Incidents that an earlier process left open: " + left.size());
      }
    } catch (RuntimeException | Error e) {
      log.warnOnce("The open incidents of earlier processes cannot be taken over: " + e);
    }
    if (!unreadable.isEmpty()) {
      log.warning(
          "Open incidents of earlier processes dropped, because this version cannot read them: "
              + unreadable.size());
    }
    tell(left);
  }

  private void tell(List<KeptIncident> left) {
    CountDownLatch known = expecting;
    try {
      if (known != null || !left.isEmpty()) {
        earlier.known(callsOf(left));
      }
    } catch (RuntimeException | Error e) {
      log.warnOnce("The open incidents of earlier processes cannot be watched: " + e);
    } finally {
      if (known != null) {
        known.countDown();
        expecting = null;
      }
    }
  }

  private static List<CallReport> callsOf(List<KeptIncident> incidents) {
    List<CallReport> calls = new ArrayList<>();
    for (KeptIncident incident : incidents) {
      incident.newest().call().ifPresent(calls::add);
    }
    return calls;
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
    if (isKept || isClosed || used.isEmpty()) {
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
      patientUntil = System.nanoTime() + LONGEST_WAIT.toNanos();
      expecting = new CountDownLatch(1);
      earlier.expected();
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
    return expecting != null;
  }

  private void expire() {
    Successor next = successor;
    if (next != null) {
      next.expire();
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

    // Guarded by this.
    private boolean hasLooked;
    private boolean hasFound;

    Keeper(NotificationOutbox outbox) {
      this.outbox = outbox;
    }

    /**
     * Whether there may be open incidents of earlier processes; also if the disk does not answer.
     * Only the thread of this object touches the disk, which may hang.
     */
    synchronized boolean mayHaveIncidents() {
      long until = System.nanoTime() + LONGEST_LOOK_NANOS;
      long left = LONGEST_LOOK_NANOS;
      try {
        while (!hasLooked && left > 0) {
          TimeUnit.NANOSECONDS.timedWait(this, left);
          left = until - System.nanoTime();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return !hasLooked || hasFound;
    }

    private synchronized void looked(boolean found) {
      hasFound = found;
      hasLooked = true;
      notifyAll();
    }

    @Override
    public void run() {
      looked(outbox.mayHaveIncidents());
      if (isExpecting()) {
        takeOver(outbox);
      }
      boolean continues = waits(START);
      while (continues && !FirstUse.isSafe()) {
        continues = waits(START);
      }
      while (continues && recover(outbox)) {
        takeOver(outbox);
        expire();
        continues = isInUse(outbox) && waits(outbox.isBroken() ? AGAIN_WHEN_BROKEN : AGAIN);
      }
    }
  }
}
