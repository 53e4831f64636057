package dev.mulligan.notify.lane;

import java.time.Duration;
import java.util.List;

/** The lanes of a service that is being closed. */
public record ClosingLanes(List<ChannelLane> lanes) {

  /** Sends what is queued, within the time limit. */
  public void drain(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    lanes.forEach(lane -> lane.close(deadline));
    awaitEnds(limit);
  }

  /** Stops all lanes and returns what was not sent. */
  public ChannelLane.Unsent end() {
    int lost = 0;
    int kept = 0;
    for (ChannelLane lane : lanes) {
      ChannelLane.Unsent unsent = lane.end();
      lost += unsent.lost();
      kept += unsent.kept();
    }
    return new ChannelLane.Unsent(lost, kept);
  }

  /** Waits for the threads of all lanes, within one time limit. */
  public void awaitEnds(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      for (ChannelLane lane : lanes) {
        lane.awaitEnd(deadline);
      }
    } catch (InterruptedException e) {
      // An interrupt ends the wait; the rest is cancelled.
      Thread.currentThread().interrupt();
    }
  }
}
