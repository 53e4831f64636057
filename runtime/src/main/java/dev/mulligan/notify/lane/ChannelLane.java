package dev.mulligan.notify.lane;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.registry.ChannelHealth;
import dev.mulligan.notify.registry.DeliverySettings.StormCap;
import dev.mulligan.notify.registry.NamedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of one channel: a bounded queue, and a thread that runs only while there is
 * something to send.
 */
public final class ChannelLane {

  private enum Phase {
    OPEN,
    /**
     * The channel is no longer configured: accepts nothing more, and sends what is queued until the
     * deadline.
     */
    RETIRING,
    /** The service ends: as before, but stored notifications are left to the next process. */
    CLOSING,
    ENDED
  }

  private static final Duration AFTER_BROKEN = Duration.ofSeconds(2);
  private static final int MOST_BROKEN_TRIES = 150;

  private final ChannelAddress address;
  private final ChannelDelivery delivery;
  private final ChannelState state;
  private final ChannelCounts counts;
  private final ChannelLog log;
  private final DeliveryTerms terms;
  private final BiFunction<ChannelLane, Notification, QueuedNotification> own;
  private final ChannelDelivery.Lane deliveryLane = new DeliveryLane();

  // Mutable state, guarded by this.
  private final ChannelQueue queue;
  private final StormCapFilter cap = new StormCapFilter();
  private Phase phase = Phase.OPEN;
  private Optional<ChannelLane> successor = Optional.empty();
  private final LaneThread thread;
  private long deadlineNanos;
  private @Nullable QueuedNotification sending;
  private int brokenTries;
  private long overflow;
  private int left;

  /**
   * @param own queues a notification that only this lane sends
   */
  ChannelLane(
      ChannelAddress address,
      ChannelDelivery delivery,
      ChannelState state,
      ChannelCounts counts,
      ChannelLog log,
      DeliveryTerms terms,
      BiFunction<ChannelLane, Notification, QueuedNotification> own) {
    this.address = address;
    this.delivery = delivery;
    this.state = state;
    this.counts = counts;
    this.log = log;
    this.terms = terms;
    this.own = own;
    this.queue = new ChannelQueue(terms.queueLimit());
    this.thread = new LaneThread(this, terms.sleeper());
  }

  /**
   * What a lane could not send.
   *
   * @param lost in memory only
   * @param kept in the outbox, for the next process
   */
  public record Unsent(int lost, int kept) {}

  /** Returns a number that identifies the channel, also in other processes. */
  public long address() {
    return address.hash();
  }

  synchronized void use(Optional<StormCap> stormCap) {
    cap.use(stormCap);
  }

  /** Whether the storm cap suppresses the notification, which is counted. Never blocks. */
  public synchronized boolean holdsBack(Notification notification) {
    if (phase != Phase.OPEN || !cap.holdsBack(notification, System.nanoTime())) {
      return false;
    }
    counts.suppressed();
    thread.wakeOrStart();
    return true;
  }

  /**
   * Queues a notification. Never blocks. If the queue is full, the oldest one in memory is dropped,
   * which is counted. One in the outbox that comes after the service's end is left to the next
   * process.
   *
   * @return false if it is dropped itself, which is counted: after the lane's end, or because the
   *     next stage of its chain can have it at once and need not wait for the end of a pause
   */
  boolean offer(QueuedNotification queued) {
    boolean isPassedOver = state.isResting() && queued.escalates();
    Optional<QueuedNotification> oldest = Optional.empty();
    Optional<ChannelLane> next;
    synchronized (this) {
      next = successor;
      if (next.isEmpty()) {
        if (isAtItsEnd() && queued.isStored()) {
          left++;
          return true;
        }
        if (phase != Phase.OPEN || isPassedOver) {
          counts.dropped(1);
          return false;
        }
        boolean isOther = isOnlyOneOwed() && isOfOtherIncident(queued);
        oldest = queue.add(queued);
        if (isOther) {
          state.trySoon();
          thread.wakeUp();
        }
        overflow += oldest.isPresent() ? 1 : 0;
        thread.wakeOrStart();
      }
    }
    if (next.isPresent()) {
      return next.get().offer(queued);
    }
    oldest.ifPresent(this::drop);
    return true;
  }

  /** Whether the channel is paused and its next try is not due yet. */
  public boolean isResting() {
    return state.isResting();
  }

  /** Ends a pause, because a message has reached the receiver outside of this lane. */
  void revive() {
    if (state.isPaused()) {
      state.works();
      counts.works();
      log.works();
      hurry();
    }
  }

  /** Makes the next try of a paused channel due at once. */
  void tryNow() {
    if (state.isPaused()) {
      state.tryNow();
      hurry();
    }
  }

  /** Whether one notification alone is owed: perhaps only this one is not accepted. */
  private boolean isOnlyOneOwed() {
    return state.isPaused() && queue.size() == 0 && sending != null;
  }

  private boolean isOfOtherIncident(QueuedNotification queued) {
    return sending != null && sending.incident() != queued.incident();
  }

  private boolean isAtItsEnd() {
    return phase == Phase.CLOSING || phase == Phase.ENDED;
  }

  private synchronized void hurry() {
    thread.wakeUp();
    if (queue.size() > 0 || sending != null) {
      thread.wakeOrStart();
    }
  }

  synchronized ChannelHealth health(NamedChannel channel) {
    int underWay = sending == null ? 0 : 1;
    int storedUnderWay = sending != null && sending.isStored() ? 1 : 0;
    return counts.health(
        channel, queue.size() + underWay, queue.stored() + storedUnderWay, state.health());
  }

  /**
   * Ends the lane of a removed channel: accepts nothing more, and sends what is queued until the
   * deadline.
   */
  synchronized void retire(long untilNanos) {
    drain(Phase.RETIRING, untilNanos);
  }

  /** Ends the lane; another one, of the same channel, sends what is queued. */
  void retire(ChannelLane next) {
    List<QueuedNotification> waiting;
    synchronized (this) {
      successor = Optional.of(next);
      waiting = queue.takeAll();
      drain(Phase.RETIRING, System.nanoTime());
    }
    waiting.forEach(next::takeOver);
  }

  private void takeOver(QueuedNotification queued) {
    if (!offer(queued)) {
      queued.dropped();
    }
  }

  /** Closes the lane: accepts nothing more, and sends what is queued until the deadline. */
  synchronized void close(long untilNanos) {
    drain(Phase.CLOSING, untilNanos);
  }

  private void drain(Phase how, long untilNanos) {
    phase = how;
    deadlineNanos = untilNanos;
    thread.wakeUp();
    if (queue.size() > 0 || sending != null) {
      thread.wakeOrStart();
    }
  }

  /** Waits for the thread's end, at most until the deadline. */
  void awaitEnd(long untilNanos) throws InterruptedException {
    Thread worker = currentWorker();
    long millis = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
    if (worker != null && millis > 0) {
      worker.join(millis);
    }
  }

  /** Stops sending. */
  Unsent end() {
    List<QueuedNotification> waiting;
    int kept;
    int lost = 0;
    synchronized (this) {
      phase = Phase.ENDED;
      thread.wakeUp();
      waiting = queue.takeAll();
      kept = left + (sending != null && sending.isStored() ? 1 : 0);
      lost = (sending != null && !sending.isStored() ? 1 : 0) + (cap.isHoldingBack() ? 1 : 0);
    }
    for (QueuedNotification queued : waiting) {
      if (queued.isStored()) {
        kept++;
      } else {
        lost++;
        drop(queued);
      }
    }
    return new Unsent(lost, kept);
  }

  /** Whether the queue is empty and no thread runs. */
  synchronized boolean isIdle() {
    return !thread.isWorking() && queue.size() == 0 && sending == null;
  }

  private synchronized @Nullable Thread currentWorker() {
    return thread.current();
  }

  /** Sends until there is nothing more to send; runs on the lane's thread. */
  void work() {
    boolean goesOn = true;
    while (goesOn) {
      try {
        goesOn = sendNext();
      } catch (RuntimeException | Error e) {
        goesOn = survives(e);
      }
    }
  }

  private boolean sendNext() {
    Optional<QueuedNotification> next = next();
    if (next.isPresent()) {
      boolean isThrough = delivery.deliver(next.get(), deliveryLane);
      afterDelivery(isThrough);
    }
    return next.isPresent();
  }

  /**
   * After a failure of this thread, such as out of memory: the same notification is sent again
   * after a pause, some minutes long. If not even the pause is possible, the thread ends, and the
   * next notification or failure starts another.
   */
  private boolean survives(Throwable failure) {
    try {
      log.brokeOff(failure);
      boolean mayPass = failure instanceof VirtualMachineError || failure instanceof LinkageError;
      if (++brokenTries > (mayPass ? MOST_BROKEN_TRIES : 0)) {
        giveUpBroken();
      } else if (!deliveryLane.hasTimeFor(AFTER_BROKEN) || !deliveryLane.pause(AFTER_BROKEN)) {
        endThread();
        return false;
      }
      return true;
    } catch (RuntimeException | Error again) {
      endThread();
      return false;
    }
  }

  private void giveUpBroken() {
    QueuedNotification broken;
    synchronized (this) {
      broken = sending;
      sending = null;
      brokenTries = 0;
    }
    counts.failed();
    if (broken != null) {
      broken.failed();
    }
  }

  /** What is being sent stays there for the next thread. */
  private synchronized void endThread() {
    thread.stalls();
  }

  /** Starts the thread if there is something to send and the last start failed. */
  void wakeIfStalled() {
    if (thread.isStalled()) {
      synchronized (this) {
        if (thread.isStalled() && !thread.isWorking() && phase != Phase.ENDED) {
          thread.wakeOrStart();
        }
      }
    }
  }

  private synchronized Optional<QueuedNotification> next() {
    if (sending != null) {
      return Optional.of(sending); // its last try broke off
    }
    long idleUntil = System.nanoTime() + terms.idle().toNanos();
    Optional<QueuedNotification> next = take();
    while (next.isEmpty()) {
      long wait =
          cap.isHoldingBack()
              ? cap.nanosUntilSummary(System.nanoTime())
              : idleUntil - System.nanoTime();
      if (phase != Phase.OPEN || (wait <= 0 && !cap.isHoldingBack())) {
        thread.ends();
        return Optional.empty();
      }
      thread.waits(Math.max(wait, 1));
      next = take();
    }
    sending = next.get();
    return next;
  }

  /** Takes the storm cap's summary first, but last while the lane is being closed. */
  private Optional<QueuedNotification> take() {
    long now = System.nanoTime();
    Optional<Notification> summary = phase == Phase.OPEN ? cap.summary(now) : Optional.empty();
    if (summary.isEmpty() && phase != Phase.OPEN && queue.size() == 0) {
      summary = cap.lastSummary(now);
    }
    return summary.isPresent()
        ? summary.map(notification -> own.apply(this, notification))
        : queue.take();
  }

  private void afterDelivery(boolean isThrough) {
    long overflowNow;
    synchronized (this) {
      sending = null;
      brokenTries = 0;
      left += isThrough ? 0 : 1;
      overflowNow = overflow;
    }
    log.overflowed(overflowNow);
  }

  /** Must not hold this lane's lock: the delivery may call another lane. */
  private void drop(QueuedNotification queued) {
    counts.dropped(1);
    queued.dropped();
  }

  /**
   * The view of a delivery; runs on the lane's thread. {@link LaneThread#wakeUp} cuts a pause
   * short.
   */
  private final class DeliveryLane implements ChannelDelivery.Lane {

    @Override
    public boolean hasTimeFor(Duration duration) {
      synchronized (ChannelLane.this) {
        thread.mayPause();
        return switch (phase) {
          case OPEN -> true;
          case RETIRING, CLOSING -> deadlineNanos - System.nanoTime() > duration.toNanos();
          case ENDED -> false;
        };
      }
    }

    @Override
    public boolean pause(Duration duration) {
      thread.pause(duration);
      synchronized (ChannelLane.this) {
        return phase != Phase.ENDED;
      }
    }

    @Override
    public boolean putBack(QueuedNotification queued, Duration pause) {
      ChannelLane next;
      synchronized (ChannelLane.this) {
        if (successor.isEmpty()) {
          boolean isInTime = hasTimeFor(pause);
          if (isInTime) {
            queue.putBack(queued);
          }
          return isInTime;
        }
        next = successor.get();
      }
      next.takeOver(queued);
      return true;
    }

    @Override
    public boolean givesWay(QueuedNotification queued) {
      synchronized (ChannelLane.this) {
        Optional<QueuedNotification> head = queue.peek();
        boolean givesWay =
            phase == Phase.OPEN
                && head.isPresent()
                && !head.get().wasPutBack()
                && head.get().incident() != queued.incident();
        if (givesWay) {
          queue.putBack(queued);
        }
        return givesWay;
      }
    }

    @Override
    public boolean isLeftToNext() {
      synchronized (ChannelLane.this) {
        return isAtItsEnd();
      }
    }
  }
}
