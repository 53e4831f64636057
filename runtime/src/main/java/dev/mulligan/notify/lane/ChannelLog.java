package dev.mulligan.notify.lane;

import dev.mulligan.log.Log;
import dev.mulligan.notify.registry.DeliverySettings.StormCap;
import dev.mulligan.text.HumanDuration;
import dev.mulligan.text.Texts;
import java.time.Duration;

/**
 * Writes the log lines about one channel: state changes only, because a line per notification would
 * flood the log during an outage. Thread-safe.
 */
final class ChannelLog {

  private enum State {
    WORKING,
    STUMBLING,
    PAUSED
  }

  private static final int NEXT_REPORT_FACTOR = 10;
  private static final int TITLE_SHOWN = 200;
  private static final StormCap REFUSALS = new StormCap(10, Duration.ofMinutes(1));

  private final Log log;
  private final String channel;

  // Guarded by this.
  private final StormLimiter refusals = new StormLimiter(REFUSALS);
  private State state = State.WORKING;
  private boolean hasLost;
  private long lost;
  private long unnamed;
  private long nextOverflowReport = 1;

  ChannelLog(Log log, String channel) {
    this.log = log;
    this.channel = channel;
  }

  synchronized void works() {
    if (state != State.WORKING || hasLost) {
      log.info("Notifications reach " + channel + " again" + lostOnes());
    }
    state = State.WORKING;
    hasLost = false;
    lost = 0;
  }

  synchronized void triesAgain(String reason, Duration delay) {
    if (state == State.WORKING) {
      log.warning(
          "A notification did not reach "
              + channel
              + ", trying again in "
              + HumanDuration.of(delay)
              + ": "
              + reason);
      state = State.STUMBLING;
    }
  }

  synchronized void pauses(String reason, Duration length) {
    if (state != State.PAUSED) {
      log.warning(
          "Notifications to "
              + channel
              + " are paused: "
              + reason
              + ". The next try is in "
              + HumanDuration.of(length)
              + ", later ones up to "
              + HumanDuration.of(DeliveryBackoff.LONGEST_PAUSE)
              + " apart; a passed test of the channel ends the pause. They are kept for "
              + HumanDuration.of(DeliveryBackoff.LONGEST_KEPT)
              + " with an outbox, for "
              + HumanDuration.of(DeliveryBackoff.LONGEST_IN_MEMORY)
              + " without one");
      state = State.PAUSED;
    }
  }

  synchronized void gaveUp(String reason, int tries) {
    lost++;
    if (!hasLost) {
      log.warning(
          "A notification is lost for "
              + channel
              + " after "
              + (tries == 1 ? "1 try" : tries + " tries")
              + " (more are counted, not logged, until it works again): "
              + reason);
      hasLost = true;
    }
  }

  /** Logs a failure of the lane's thread itself, once for each kind. */
  void brokeOff(Throwable failure) {
    log.warnOnce(
        "Sending to " + channel + " broke off and is tried again: " + FailureText.of(failure));
  }

  /**
   * Logs a notification that the receiver refused for good, by name; at most ten in any minute.
   *
   * @param title redacted
   */
  synchronized void refused(String title, String id, String reason) {
    if (!refusals.tryPass(System.nanoTime())) {
      unnamed++;
      return;
    }
    log.warning(
        "A notification is lost, because "
            + channel
            + " refuses it: \""
            + Texts.cut(title, TITLE_SHOWN)
            + "\" (id "
            + id
            + "): "
            + reason
            + (unnamed == 0 ? "" : "; " + unnamed + " more were refused before"));
    unnamed = 0;
  }

  /**
   * @param total dropped by a full queue since the start; logged at 1, 10, 100 and so on
   */
  synchronized void overflowed(long total) {
    if (total < nextOverflowReport) {
      return;
    }
    while (nextOverflowReport <= total) {
      nextOverflowReport *= NEXT_REPORT_FACTOR;
    }
    log.warning(
        "Too many notifications for " + channel + ": the oldest " + total + " dropped so far");
  }

  private String lostOnes() {
    return lost == 0 ? "" : "; " + lost + " were lost";
  }
}
