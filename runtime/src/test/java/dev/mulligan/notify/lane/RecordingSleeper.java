package dev.mulligan.notify.lane;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes how long it should sleep and does not. */
public final class RecordingSleeper implements DeliveryPause {

  public final List<Duration> slept = new CopyOnWriteArrayList<>();

  @Override
  public void sleep(Duration duration) {
    slept.add(duration);
  }
}
