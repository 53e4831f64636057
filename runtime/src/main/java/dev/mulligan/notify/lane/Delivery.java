package dev.mulligan.notify.lane;

import dev.mulligan.log.Log;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.outbox.SlotState;
import dev.mulligan.notify.outbox.StoredNotification;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of one notification to several channels, in the order of its route; it logs the
 * result when the last channel has concluded.
 */
public final class Delivery {

  private final String title;
  private final int incident;
  private final Route route;
  private final Log log;

  // Set before the first lane receives it.
  private @Nullable Predicate<ChannelLane> isHeldBack;
  private Content content;
  private Optional<StoredNotification> stored = Optional.empty();
  private long acceptedNanos = System.nanoTime();

  // Guarded by this.
  private final Progress progress;
  private int concluded;
  private int tried;
  private int delivered;
  private boolean isOver;

  /**
   * @param notification not kept: its content may be on disk only
   * @param isHeldBack whether a lane's storm cap suppresses it; a suppressed slot counts as done
   */
  public Delivery(
      Notification notification,
      Content content,
      Route route,
      Progress progress,
      Predicate<ChannelLane> isHeldBack,
      Log log) {
    this.title = notification.isResolved() ? "Recovery" : notification.type().title();
    this.incident = notification.fingerprint().hashCode();
    this.content = content;
    this.route = route;
    this.progress = progress;
    this.isHeldBack = isHeldBack;
    this.log = log;
  }

  /** Says that an earlier process accepted the notification. */
  public void wasAcceptedBefore(Duration ago) {
    acceptedNanos -= ago.toNanos();
  }

  /** Returns how long ago the notification was accepted. */
  Duration age(long nowNanos) {
    return Duration.ofNanos(nowNanos - acceptedNanos);
  }

  /** Returns the slots that are due and not suppressed; the caller must hand them out. */
  public List<Integer> due() {
    List<Integer> due = new ArrayList<>();
    Predicate<ChannelLane> held = isHeldBack;
    for (int slot : next()) {
      if (held != null && held.test(route.lanes().get(slot))) {
        set(slot, SlotState.DELIVERED);
      } else {
        due.add(slot);
      }
    }
    return due;
  }

  /**
   * Marks the notification as stored in the outbox. It is not kept in memory then: thousands may
   * wait there during an outage.
   */
  public void isKeptAs(StoredNotification kept, Content itsContent) {
    stored = Optional.of(kept);
    content = itsContent;
    if (isAtItsLastStage()) {
      isHeldBack = null; // no lane is asked any more, and it may hold the notification
    }
  }

  public void hand(List<Integer> slots) {
    hand(slots, true);
  }

  private void hand(List<Integer> slots, boolean isLogged) {
    for (int slot : slots) {
      if (!route.lanes().get(slot).offer(new QueuedNotification(this, slot))) {
        dropped(slot);
      }
    }
    wrapUp(isLogged);
  }

  public synchronized List<SlotState> states() {
    return progress.states();
  }

  /**
   * Returns a number that all notifications of its incident share. Others may have it too: they are
   * then kept in order as well.
   */
  int incident() {
    return incident;
  }

  Message message() throws IOException {
    return content.message();
  }

  boolean isStored() {
    return stored.isPresent();
  }

  /** Whether another stage follows if this slot's channel fails. */
  synchronized boolean escalates(int slot) {
    return progress.escalates(slot);
  }

  /** Records that a channel has accepted the notification. */
  void delivered(int slot) {
    count(1, 1);
    conclude(slot, SlotState.DELIVERED);
  }

  /** Records that a channel has finally failed. */
  void failed(int slot) {
    count(1, 0);
    conclude(slot, SlotState.LOST);
  }

  /**
   * Records that a channel was never tried. Its result is not logged: the caller may be the
   * application, which must not wait for a log.
   */
  void dropped(int slot) {
    count(0, 0);
    conclude(slot, SlotState.LOST, false);
  }

  private void conclude(int slot, SlotState state) {
    conclude(slot, state, true);
  }

  private void conclude(int slot, SlotState state, boolean isLogged) {
    set(slot, state);
    List<Integer> due = due();
    if (isStored() && !isOverNow()) {
      stored.get().mark(slot, state);
    }
    hand(due, isLogged);
  }

  private void wrapUp(boolean isLogged) {
    if (isOverForTheFirstTime()) {
      stored.ifPresent(StoredNotification::finish);
      if (isLogged) {
        report();
      }
    }
  }

  private synchronized boolean isOverForTheFirstTime() {
    if (isOver || !progress.isOver()) {
      return false;
    }
    isOver = true;
    return true;
  }

  private synchronized boolean isAtItsLastStage() {
    return progress.isAtItsLastStage();
  }

  private synchronized boolean isOverNow() {
    return progress.isOver();
  }

  private synchronized List<Integer> next() {
    return progress.next();
  }

  private synchronized void set(int slot, SlotState state) {
    progress.set(slot, state);
  }

  private synchronized void count(int tries, int successes) {
    concluded++;
    tried += tries;
    delivered += successes;
  }

  /**
   * Logs the result, but not for notifications that every channel dropped: there may be thousands.
   */
  private void report() {
    String reached = reached();
    if (!reached.isEmpty()) {
      log.info(title + " sent to " + reached);
    }
  }

  private synchronized String reached() {
    String all = concluded == 1 ? "1 channel" : concluded + " channels";
    if (tried == 0 || delivered == concluded) {
      return tried == 0 ? "" : all;
    }
    return (delivered == 0 ? "none" : String.valueOf(delivered)) + " of " + all;
  }
}
