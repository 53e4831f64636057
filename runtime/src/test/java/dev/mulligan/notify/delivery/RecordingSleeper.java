package dev.mulligan.notify.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes how long it should sleep and does not. */
final class RecordingSleeper implements Sleeper {

  final List<Duration> slept = new CopyOnWriteArrayList<>();

  @Override
  public void sleep(Duration duration) {
    slept.add(duration);
  }
}
