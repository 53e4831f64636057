package dev.mulligan.notify.lane;

import dev.mulligan.log.Log;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/**
 * Writes the log lines about one channel: state changes only, because a line per notification would
 * flood the log during an outage. Used by the lane's thread only.
 */
final class ChannelLog {

  private enum State {
    WORKING,
    STUMBLING,
    FAILING
  }

  private static final int NEXT_REPORT_FACTOR = 10;

  private final Log log;
  private final String channel;
  private State state = State.WORKING;
  private long lost;
  private long nextOverflowReport = 1;

  ChannelLog(Log log, String channel) {
    this.log = log;
    this.channel = channel;
  }

  void works() {
    if (state != State.WORKING) {
      log.info("Notifications reach " + channel + " again" + lostOnes());
    }
    state = State.WORKING;
    lost = 0;
  }

  void triesAgain(String reason, Duration delay) {
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

  void gaveUp(String reason, int tries) {
    lost++;
    if (state != State.FAILING) {
      log.warning(
          "A notification is lost for "
              + channel
              + " after "
              + (tries == 1 ? "1 try" : tries + " tries")
              + " (more are counted, not logged, until it works again): "
              + reason);
      state = State.FAILING;
    }
  }

  /** Logs a failure of the lane's thread itself, once for each kind. */
  void brokeOff(Throwable failure) {
    log.warnOnce(
        "Sending to " + channel + " broke off and is tried again: " + FailureText.of(failure));
  }

  /**
   * Logs a notification that stays for another round.
   *
   * @param isStored whether it is in the outbox; else this process lacks something for a while
   */
  void keeps(String reason, int tries, boolean isStored) {
    if (state != State.FAILING) {
      log.warning(
          "A notification did not reach "
              + channel
              + " after "
              + tries
              + " tries and stays in "
              + (isStored ? "the outbox, which tries again for " : "memory and is tried again for ")
              + HumanDuration.of(DeliveryBackoff.LONGEST_KEPT)
              + ": "
              + reason);
      state = State.FAILING;
    }
  }

  void gone(String reason) {
    log.warning(
        "No more notifications go to "
            + channel
            + " until the rule file is loaded again: "
            + reason);
  }

  /**
   * @param total dropped by a full queue since the start; logged at 1, 10, 100 and so on
   */
  void overflowed(long total) {
    if (total < nextOverflowReport) {
      return;
    }
    while (nextOverflowReport <= total) {
      nextOverflowReport *= NEXT_REPORT_FACTOR;
    }
    log.warning("Too many notifications for " + channel + ": " + total + " dropped so far");
  }

  private String lostOnes() {
    return lost == 0 ? "" : "; " + lost + " were lost";
  }
}
