package dev.mulligan.retry;

import dev.mulligan.thread.Alarm;
import dev.mulligan.thread.Alarms;
import dev.mulligan.thread.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Alarms that wait until a test says that their time has come. */
public final class VirtualTimer implements Timer {

  private final VirtualTime time;
  private final List<Duration> delays = new ArrayList<>();
  private final List<Alarm> waiting = new ArrayList<>();
  private boolean ended;

  public VirtualTimer(VirtualTime time) {
    this.time = time;
  }

  @Override
  public boolean set(Alarm alarm, long nanos) {
    if (!ended) {
      delays.add(Duration.ofNanos(nanos));
      waiting.add(alarm);
    }
    return !ended;
  }

  @Override
  public boolean unset(Alarm alarm) {
    return waiting.remove(alarm);
  }

  @Override
  public void close() {
    ended = true;
    List<Alarm> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(Alarms::endEarly);
  }

  /** The time of the first one that waits has come. */
  public void elapse() {
    time.passes(delays.get(delays.size() - 1));
    Alarms.ring(waiting.remove(0));
  }

  List<Duration> delays() {
    return delays;
  }

  public int count() {
    return waiting.size();
  }
}
