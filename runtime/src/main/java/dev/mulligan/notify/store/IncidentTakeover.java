package dev.mulligan.notify.store;

import dev.mulligan.log.Log;
import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.EarlierIncidents;
import dev.mulligan.notify.group.KeptIncident;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes over the open incidents that earlier processes left, and lets a failing call wait for them
 * at the start, so that it does not open one of them again.
 */
public final class IncidentTakeover {

  /** How long a failing call waits for what earlier processes left. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final IncidentStore incidents;
  private final EarlierIncidents earlier;
  private final Log log;
  private volatile @Nullable Successor successor;

  /** Counted down when the open incidents of earlier processes are known; null if they are. */
  private volatile @Nullable CountDownLatch expecting;

  private volatile long patientUntil;

  /**
   * @param earlier learns which incidents earlier processes left open
   */
  IncidentTakeover(IncidentStore incidents, EarlierIncidents earlier, Log log) {
    this.incidents = incidents;
    this.earlier = earlier;
    this.log = log;
  }

  /** Goes on with what earlier processes left open. */
  public interface Successor {

    /** Goes on with these incidents. */
    void leftOpen(List<KeptIncident> left);

    /** Closes the incidents that are too old. Called every few seconds. */
    void expire();
  }

  /** Sets who goes on with open incidents; before {@link Outboxes#use}. */
  public void succeededBy(Successor next) {
    successor = next;
  }

  /** Earlier processes may have left incidents: calls that fail wait for {@link #takeOver}. */
  void expect() {
    patientUntil = System.nanoTime() + LONGEST_WAIT.toNanos();
    expecting = new CountDownLatch(1);
    earlier.expected();
  }

  boolean isExpecting() {
    return expecting != null;
  }

  /**
   * Waits until the open incidents of earlier processes are known, if there may be any. Waits once,
   * for two seconds at most: a disk that hangs must not hold up one call after the other.
   */
  public void await() {
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

  /** Takes over what earlier processes left in this outbox. Blocks; throws nothing. */
  void takeOver(NotificationOutbox outbox) {
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
    report(left);
  }

  private void report(List<KeptIncident> left) {
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

  /** Closes the incidents that are too old. */
  void expire() {
    Successor next = successor;
    if (next != null) {
      next.expire();
    }
  }
}
