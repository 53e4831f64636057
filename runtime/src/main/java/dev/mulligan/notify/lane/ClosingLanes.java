package dev.mulligan.notify.lane;

import java.time.Duration;
import java.util.List;

/** The lanes of a service that ends. */
public record ClosingLanes(List<ChannelLane> lanes) {

  /** Sends what waits, as far as the time allows. */
  public void drain(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    lanes.forEach(lane -> lane.close(deadline));
    awaitEnds(limit);
  }

  /** What was not sent; nothing more is. */
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

  /** Waits for the ends of the threads, all in all so long at most. */
  public void awaitEnds(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      for (ChannelLane lane : lanes) {
        lane.awaitEnd(deadline);
      }
    } catch (InterruptedException e) {
      // Whoever wants an end sooner gets it; what is left is cancelled.
      Thread.currentThread().interrupt();
    }
  }
}
