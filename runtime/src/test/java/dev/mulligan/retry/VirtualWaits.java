package dev.mulligan.retry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls that wait until a test says that their time has come. */
final class VirtualWaits implements Waits {

  private final VirtualTime time;
  private final List<Duration> delays = new ArrayList<>();
  private final List<Wait> waiting = new ArrayList<>();
  private boolean ended;

  VirtualWaits(VirtualTime time) {
    this.time = time;
  }

  @Override
  public boolean add(Wait wait, long nanos) {
    if (!ended) {
      delays.add(Duration.ofNanos(nanos));
      waiting.add(wait);
    }
    return !ended;
  }

  @Override
  public boolean remove(Wait wait) {
    return waiting.remove(wait);
  }

  @Override
  public void endAll() {
    ended = true;
    List<Wait> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(wait -> wait.over(true));
  }

  /** The time of the first one that waits has come. */
  void elapse() {
    time.passes(delays.get(delays.size() - 1));
    waiting.remove(0).over(false);
  }

  List<Duration> delays() {
    return delays;
  }

  int count() {
    return waiting.size();
  }
}
