package dev.mulligan.notify.lane;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.registry.ChannelHealth;
import dev.mulligan.notify.registry.DeliverySettings.StormCap;
import dev.mulligan.notify.registry.NamedChannel;
import dev.mulligan.thread.MulliganThread;
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
  private final ChannelCounts counts;
  private final ChannelLog log;
  private final DeliveryTerms terms;
  private final BiFunction<ChannelLane, Notification, QueuedNotification> own;
  private final ChannelDelivery.Lane deliveryLane = new DeliveryLane();

  // Mutable state, guarded by this.
  private final ChannelQueue queue;
  private final StormCapFilter cap = new StormCapFilter();
  private Phase phase = Phase.OPEN;
  private Phase pausePhase = Phase.OPEN;
  private long deadlineNanos;
  private @Nullable Thread worker;
  private boolean isWorking;
  private @Nullable QueuedNotification sending;
  private boolean isSleeping;
  private int brokenTries;
  private volatile boolean isStalled;
  private long overflow;
  private int left;

  /**
   * @param own queues a notification that only this lane sends
   */
  ChannelLane(
      ChannelAddress address,
      ChannelDelivery delivery,
      ChannelCounts counts,
      ChannelLog log,
      DeliveryTerms terms,
      BiFunction<ChannelLane, Notification, QueuedNotification> own) {
    this.address = address;
    this.delivery = delivery;
    this.counts = counts;
    this.log = log;
    this.terms = terms;
    this.own = own;
    this.queue = new ChannelQueue(terms.queueLimit());
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
    wakeWorker();
    return true;
  }

  /**
   * Queues a notification. Never blocks.
   *
   * @return false if it is dropped, which is counted
   */
  synchronized boolean offer(QueuedNotification queued) {
    boolean isRefused = phase != Phase.OPEN || counts.isDisabled();
    if (isRefused || !queue.add(queued)) {
      overflow += isRefused ? 0 : 1;
      counts.dropped(1);
      return false;
    }
    wakeWorker();
    return true;
  }

  boolean isDisabled() {
    return counts.isDisabled();
  }

  synchronized ChannelHealth health(NamedChannel channel) {
    int underWay = sending == null ? 0 : 1;
    int storedUnderWay = sending != null && sending.isStored() ? 1 : 0;
    return counts.health(channel, queue.size() + underWay, queue.stored() + storedUnderWay);
  }

  /**
   * Ends the lane of a removed channel: accepts nothing more, and sends what is queued until the
   * deadline.
   */
  synchronized void retire(long untilNanos) {
    drain(Phase.RETIRING, untilNanos);
  }

  /** Closes the lane: accepts nothing more, and sends what is queued until the deadline. */
  synchronized void close(long untilNanos) {
    drain(Phase.CLOSING, untilNanos);
  }

  private void drain(Phase how, long untilNanos) {
    phase = how;
    deadlineNanos = untilNanos;
    wakeUp();
    if (queue.size() > 0 || sending != null) {
      wakeWorker();
    }
  }

  /** Waits for the thread's end, at most until the deadline. */
  void awaitEnd(long untilNanos) throws InterruptedException {
    Thread thread = currentWorker();
    long millis = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
    if (thread != null && millis > 0) {
      thread.join(millis);
    }
  }

  /** Stops sending. */
  Unsent end() {
    List<QueuedNotification> waiting;
    int kept;
    int lost = 0;
    synchronized (this) {
      phase = Phase.ENDED;
      wakeUp();
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
    return !isWorking && queue.size() == 0 && sending == null;
  }

  private synchronized @Nullable Thread currentWorker() {
    return worker;
  }

  private void wakeWorker() {
    if (isWorking) {
      notifyAll();
    } else {
      startWorker();
    }
  }

  private void startWorker() {
    Thread thread = MulliganThread.named("notify", this::work);
    isWorking = true;
    try {
      thread.start();
      worker = thread;
      isStalled = false;
    } catch (OutOfMemoryError e) {
      // No thread available: the next notification or failure tries again.
      isWorking = false;
      isStalled = true;
    }
  }

  private void work() {
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

  /** What is being sent stays there for the next thread; allocates nothing. */
  private synchronized void endThread() {
    isWorking = false;
    isStalled = true;
  }

  /** Starts the thread if there is something to send and the last start failed. */
  void wakeIfStalled() {
    if (isStalled) {
      synchronized (this) {
        if (isStalled && !isWorking && phase != Phase.ENDED) {
          startWorker();
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
        isWorking = false;
        return Optional.empty();
      }
      waits(Math.max(wait, 1));
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

  private void waits(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    } catch (InterruptedException e) {
      // Woken because the state has changed; the caller reads it next.
    }
  }

  private void afterDelivery(boolean isThrough) {
    long overflowNow;
    List<QueuedNotification> undeliverable = List.of();
    synchronized (this) {
      sending = null;
      brokenTries = 0;
      left += isThrough ? 0 : 1;
      overflowNow = overflow;
      if (counts.isDisabled()) {
        undeliverable = queue.takeAll();
      }
    }
    undeliverable.forEach(this::drop);
    log.overflowed(overflowNow);
  }

  /** Must not hold this lane's lock: the delivery may call another lane. */
  private void drop(QueuedNotification queued) {
    counts.dropped(1);
    queued.dropped();
  }

  private synchronized void beginSleep() {
    isSleeping = true;
    if (phase != pausePhase) {
      // Closing has begun after the delivery asked whether there is time.
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean endSleep() {
    isSleeping = false;
    // An interrupt may arrive after the sleep and must not end the next request.
    Thread.interrupted();
    return phase != Phase.ENDED;
  }

  private void wakeUp() {
    notifyAll();
    if (isSleeping && worker != null) {
      worker.interrupt();
    }
  }

  /** The view of a delivery; runs on the lane's thread. {@link #wakeUp} cuts a pause short. */
  private final class DeliveryLane implements ChannelDelivery.Lane {

    @Override
    public boolean hasTimeFor(Duration duration) {
      synchronized (ChannelLane.this) {
        pausePhase = phase;
        return switch (phase) {
          case OPEN -> true;
          case RETIRING, CLOSING -> deadlineNanos - System.nanoTime() > duration.toNanos();
          case ENDED -> false;
        };
      }
    }

    @Override
    public boolean pause(Duration duration) {
      beginSleep();
      try {
        terms.sleeper().sleep(duration);
      } catch (InterruptedException e) {
        // Woken to hurry: the next attempt follows at once.
      }
      return endSleep();
    }

    @Override
    public boolean putBack(QueuedNotification queued) {
      synchronized (ChannelLane.this) {
        return queue.add(queued);
      }
    }

    @Override
    public boolean isLeftToNext() {
      synchronized (ChannelLane.this) {
        return phase == Phase.CLOSING || phase == Phase.ENDED;
      }
    }
  }
}
