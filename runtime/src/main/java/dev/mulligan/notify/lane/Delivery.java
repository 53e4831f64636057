package dev.mulligan.notify.lane;

import dev.mulligan.log.Log;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.outbox.SlotState;
import dev.mulligan.notify.outbox.StoredNotification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One notification on its way to several channels: asks them in the order of the route, and says so
 * when the last one is through with it.
 */
public final class Delivery {

  private final String title;
  private final Route route;
  private final Predicate<ChannelLane> isHeldBack;
  private final Log log;

  // Set before the first lane has it.
  private Content content;
  private Optional<StoredNotification> stored = Optional.empty();

  // Guarded by this.
  private final Progress progress;
  private int concluded;
  private int tried;
  private int delivered;
  private boolean isOver;

  /**
   * @param title what the log calls it
   * @param isHeldBack whether a lane's storm cap takes it; what is held back counts as done
   */
  public Delivery(
      String title,
      Content content,
      Route route,
      Progress progress,
      Predicate<ChannelLane> isHeldBack,
      Log log) {
    this.title = title;
    this.content = content;
    this.route = route;
    this.progress = progress;
    this.isHeldBack = isHeldBack;
    this.log = log;
  }

  /** What the log calls it. */
  public static String titleOf(Notification notification) {
    return notification.isResolved() ? "Recovery" : notification.type().title();
  }

  /** The slots whose turn it is and that are not held back; to be handed out. */
  public List<Integer> due() {
    List<Integer> due = new ArrayList<>();
    for (int slot : next()) {
      if (isHeldBack.test(route.lanes().get(slot))) {
        set(slot, SlotState.DELIVERED);
      } else {
        due.add(slot);
      }
    }
    return due;
  }

  /** From now on it survives the process. */
  public void isKeptAs(StoredNotification kept, Content itsContent) {
    stored = Optional.of(kept);
    content = itsContent;
  }

  public void hand(List<Integer> slots) {
    for (int slot : slots) {
      if (!route.lanes().get(slot).offer(new QueuedNotification(this, slot))) {
        dropped(slot);
      }
    }
    wrapUp();
  }

  public synchronized List<SlotState> states() {
    return progress.states();
  }

  Message message() throws IOException {
    return content.message();
  }

  boolean isStored() {
    return stored.isPresent();
  }

  /** Whether others are asked when this slot's channel fails. */
  synchronized boolean escalates(int slot) {
    return progress.escalates(slot);
  }

  /** One channel has it. */
  void delivered(int slot) {
    count(1, 1);
    conclude(slot, SlotState.DELIVERED);
  }

  /** One channel will not get it. */
  void failed(int slot) {
    count(1, 0);
    conclude(slot, SlotState.LOST);
  }

  /** One channel was never tried. */
  void dropped(int slot) {
    count(0, 0);
    conclude(slot, SlotState.LOST);
  }

  private void conclude(int slot, SlotState state) {
    set(slot, state);
    List<Integer> due = due();
    if (isStored() && !isOverNow()) {
      stored.get().mark(slot, state);
    }
    hand(due);
  }

  private void wrapUp() {
    if (isOverForTheFirstTime()) {
      stored.ifPresent(StoredNotification::finish);
      report();
    }
  }

  private synchronized boolean isOverForTheFirstTime() {
    if (isOver || !progress.isOver()) {
      return false;
    }
    isOver = true;
    return true;
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

  /** Nothing of what was dropped everywhere: there may be thousands of them. */
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
