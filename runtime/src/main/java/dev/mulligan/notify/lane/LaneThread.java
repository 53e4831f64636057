package dev.mulligan.notify.lane;

import dev.mulligan.thread.MulliganThread;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The thread of a lane, which runs only while there is something to send, and its pauses, which
 * {@link #wakeUp} cuts short. Guarded by the lane, whose lock the caller holds except where a
 * method says otherwise.
 */
final class LaneThread {

  private final ChannelLane lane;
  private final DeliveryPause sleeper;

  private long wakes;
  private long wakesBeforePause;
  private @Nullable Thread thread;
  private boolean isWorking;
  private boolean isSleeping;
  private volatile boolean isStalled;

  LaneThread(ChannelLane lane, DeliveryPause sleeper) {
    this.lane = lane;
    this.sleeper = sleeper;
  }

  boolean isWorking() {
    return isWorking;
  }

  @Nullable Thread current() {
    return thread;
  }

  /** Wakes the thread, or starts one. */
  void wakeOrStart() {
    if (isWorking) {
      lane.notifyAll();
    } else {
      start();
    }
  }

  private void start() {
    isWorking = true;
    try {
      Thread starting = MulliganThread.named("notify", lane::work);
      starting.start();
      thread = starting;
      isStalled = false;
    } catch (OutOfMemoryError e) {
      // No memory or no free thread: the next notification or failure tries again.
      isWorking = false;
      isStalled = true;
    }
  }

  /** Whether the last thread could not start or go on. Without the lock. */
  boolean isStalled() {
    return isStalled;
  }

  /** The thread ends, because there is nothing more to send. */
  void ends() {
    isWorking = false;
  }

  /** The thread ends, although there is something to send. Allocates nothing. */
  void stalls() {
    isWorking = false;
    isStalled = true;
  }

  /** Cuts a pause short, now or if the thread is about to begin it. */
  void wakeUp() {
    wakes++;
    lane.notifyAll();
    if (isSleeping && thread != null) {
      thread.interrupt();
    }
  }

  /** The thread decides about a pause: a {@link #wakeUp} from now on cuts it short. */
  void mayPause() {
    wakesBeforePause = wakes;
  }

  /** Waits on the lane until it is notified. */
  void waits(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(lane, nanos);
    } catch (InterruptedException e) {
      // Woken because the state has changed; the caller reads it next.
    }
  }

  /** Pauses the thread, which calls this without the lock. */
  void pause(Duration duration) {
    beginSleep();
    try {
      sleeper.sleep(duration);
    } catch (InterruptedException e) {
      // Woken to hurry: the next attempt follows at once.
    } finally {
      endSleep();
    }
  }

  private void beginSleep() {
    synchronized (lane) {
      isSleeping = true;
      if (wakes != wakesBeforePause) {
        // Woken after the delivery asked whether there is time.
        Thread.currentThread().interrupt();
      }
    }
  }

  private void endSleep() {
    synchronized (lane) {
      isSleeping = false;
      // An interrupt may arrive after the sleep and must not end the next request.
      Thread.interrupted();
    }
  }
}
