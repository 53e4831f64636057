package dev.mulligan.notify.delivery;

import dev.mulligan.thread.MulliganThread;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The way to one channel: a bounded queue, and a thread that is there only while there is something
 * to send.
 */
final class ChannelLane {

  private enum Phase {
    OPEN,
    /** Takes nothing more; sends what waits while there is time. */
    DRAINING,
    ENDED
  }

  private final Courier courier;
  private final LaneTally tally;
  private final LaneVoice voice;
  private final DeliveryTerms terms;
  private final Courier.Pause pause = new LanePause();

  // Mutable state, guarded by this.
  private final Queue<Dispatch> queue = new ArrayDeque<>();
  private Phase phase = Phase.OPEN;
  private Phase pausePhase = Phase.OPEN;
  private long deadlineNanos;
  private @Nullable Thread worker;
  private boolean isWorking;
  private boolean isSending;
  private boolean isSleeping;
  private long overflow;

  ChannelLane(Courier courier, LaneTally tally, LaneVoice voice, DeliveryTerms terms) {
    this.courier = courier;
    this.tally = tally;
    this.voice = voice;
    this.terms = terms;
  }

  /** Never waits. False when the notification is dropped, which is counted. */
  synchronized boolean offer(Dispatch dispatch) {
    boolean isFull = queue.size() >= terms.queueLimit();
    if (isFull) {
      overflow++;
    }
    if (isFull || phase != Phase.OPEN || tally.isDisabled()) {
      tally.dropped(1);
      return false;
    }
    queue.add(dispatch);
    if (isWorking) {
      notifyAll();
    } else {
      startWorker();
    }
    return true;
  }

  boolean isDisabled() {
    return tally.isDisabled();
  }

  synchronized ChannelHealth health(NamedChannel channel) {
    return tally.health(channel, queue.size() + (isSending ? 1 : 0));
  }

  /** Takes nothing more, and has until the deadline to send what waits. */
  synchronized void drain(long untilNanos) {
    phase = Phase.DRAINING;
    deadlineNanos = untilNanos;
    wakeUp();
  }

  /** Waits for the thread's end, at most until the deadline. */
  void awaitEnd(long untilNanos) throws InterruptedException {
    Thread thread = currentWorker();
    long millis = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
    if (thread != null && millis > 0) {
      thread.join(millis);
    }
  }

  /** Sends nothing more. The number of notifications that are not sent because of that. */
  synchronized int end() {
    phase = Phase.ENDED;
    wakeUp();
    return dropQueue() + (isSending ? 1 : 0);
  }

  /** Whether nothing waits and no thread runs. */
  synchronized boolean isIdle() {
    return !isWorking && queue.isEmpty();
  }

  private synchronized @Nullable Thread currentWorker() {
    return worker;
  }

  private void startWorker() {
    Thread thread = MulliganThread.named("notify", this::work);
    isWorking = true;
    try {
      thread.start();
      worker = thread;
    } catch (OutOfMemoryError e) {
      // No thread to be had: the notification waits for the next one's try.
      isWorking = false;
    }
  }

  private void work() {
    try {
      Optional<Dispatch> next = next();
      while (next.isPresent()) {
        courier.deliver(next.get(), pause);
        afterDelivery();
        next = next();
      }
    } catch (RuntimeException | Error e) {
      // Out of memory, say. The next notification starts another thread.
      giveUpThread();
    }
  }

  private synchronized void giveUpThread() {
    isSending = false;
    isWorking = false;
    tally.failed();
  }

  private synchronized Optional<Dispatch> next() {
    long idleUntil = System.nanoTime() + terms.idle().toNanos();
    while (queue.isEmpty()) {
      long left = idleUntil - System.nanoTime();
      if (phase != Phase.OPEN || left <= 0 || !waits(left)) {
        isWorking = false;
        return Optional.empty();
      }
    }
    isSending = true;
    return Optional.of(queue.remove());
  }

  private boolean waits(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void afterDelivery() {
    long overflowNow;
    synchronized (this) {
      isSending = false;
      overflowNow = overflow;
      if (tally.isDisabled()) {
        dropQueue();
      }
    }
    voice.overflowed(overflowNow);
  }

  private int dropQueue() {
    int dropped = queue.size();
    queue.forEach(Dispatch::dropped);
    queue.clear();
    tally.dropped(dropped);
    return dropped;
  }

  private synchronized void beginSleep() {
    isSleeping = true;
    if (phase != pausePhase) {
      // Closing has begun since the lane asked whether there is time.
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean endSleep() {
    isSleeping = false;
    // May have come after the sleep, and must not end the next request.
    Thread.interrupted();
    return phase != Phase.ENDED;
  }

  private void wakeUp() {
    notifyAll();
    if (isSleeping && worker != null) {
      worker.interrupt();
    }
  }

  /** On the lane's thread; {@link #wakeUp} cuts it short. */
  private final class LanePause implements Courier.Pause {

    @Override
    public boolean isPossible(Duration duration) {
      synchronized (ChannelLane.this) {
        pausePhase = phase;
        return switch (phase) {
          case OPEN -> true;
          case DRAINING -> deadlineNanos - System.nanoTime() > duration.toNanos();
          case ENDED -> false;
        };
      }
    }

    @Override
    public boolean take(Duration duration) {
      beginSleep();
      try {
        terms.sleeper().sleep(duration);
      } catch (InterruptedException e) {
        // Woken to hurry: what was slept for is tried at once.
      }
      return endSleep();
    }
  }
}
