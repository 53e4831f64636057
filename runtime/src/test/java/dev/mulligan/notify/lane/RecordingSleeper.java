package dev.mulligan.notify.lane;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Notes how long it should sleep, and lets its own time pass instead. */
public final class RecordingSleeper implements DeliveryPause {

  public final List<Duration> slept = new CopyOnWriteArrayList<>();

  private final AtomicLong nanos = new AtomicLong();

  @Override
  public void sleep(Duration duration) {
    slept.add(duration);
    nanos.addAndGet(duration.toNanos());
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }
}
