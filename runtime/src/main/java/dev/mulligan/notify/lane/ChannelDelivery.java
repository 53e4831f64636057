package dev.mulligan.notify.lane;

import dev.mulligan.firstuse.FirstUse;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.registry.NamedChannel;
import java.io.IOException;
import java.time.Duration;

/**
 * Delivers the queued notifications of one channel, one after the other. While the channel works, a
 * notification has several quick attempts; while it is paused, one attempt at the end of the pause.
 */
final class ChannelDelivery {

  /** How long to wait for files and memory before the next look. */
  private static final Duration FIRST_USE = Duration.ofMillis(200);

  private final NamedChannel channel;
  private final DeliveryAttempts attempts;
  private final DeliveryTerms terms;
  private final ChannelState state;
  private final ChannelCounts counts;
  private final ChannelLog log;

  ChannelDelivery(
      NamedChannel channel,
      DeliveryAttempts attempts,
      DeliveryTerms terms,
      ChannelState state,
      ChannelCounts counts,
      ChannelLog log) {
    this.channel = channel;
    this.attempts = attempts;
    this.terms = terms;
    this.state = state;
    this.counts = counts;
    this.log = log;
  }

  /** The lane of the channel, as a delivery sees it. */
  interface Lane {

    /** Whether there is time for a pause of this length. */
    boolean hasTimeFor(Duration pause);

    /** Pauses; returns false if there is no time for another attempt. */
    boolean pause(Duration duration);

    /**
     * Puts a notification back if the next one is of another incident and was not tried yet: that
     * one is the better try.
     */
    boolean givesWay(QueuedNotification queued);

    /** Whether stored notifications that are not sent now are left to the next process. */
    boolean isLeftToNext();

    /**
     * Puts a notification back into the queue, for another attempt.
     *
     * @param pause how long the channel pauses before
     * @return false if there is no time for it
     */
    boolean putBack(QueuedNotification queued, Duration pause);
  }

  /**
   * Delivers a notification; returns when it is delivered, given up or put back.
   *
   * @return false if it is left in the outbox for the next process
   */
  boolean deliver(QueuedNotification queued, Lane lane) {
    awaitFirstUse(lane);
    if (state.isResting() && queued.escalates()) {
      passOver(queued);
      return true;
    }
    if (state.isPaused()) {
      rest(lane);
      if (isLeft(queued, lane)) {
        return false;
      }
      if (queued.wasPutBack() && lane.givesWay(queued)) {
        return true;
      }
    }
    Message message;
    try {
      message = channel.templates().apply(queued.message());
    } catch (IOException | RuntimeException e) {
      giveUp(attempts.shown("the outbox cannot read it: " + FailureText.of(e)), 1);
      queued.failed();
      return true;
    }
    return deliver(queued, message, lane);
  }

  /** The classes of the JDK that the first request initialises open files. */
  private static void awaitFirstUse(Lane lane) {
    while (!FirstUse.isSafe() && lane.hasTimeFor(FIRST_USE) && lane.pause(FIRST_USE)) {
      // The next look.
    }
  }

  private boolean deliver(QueuedNotification queued, Message message, Lane lane) {
    int most = state.isPaused() || queued.wasPutBack() ? 1 : DeliveryBackoff.TRIES;
    if (queued.wasPutBack()) {
      counts.retried();
    }
    DeliveryAttempts.Result result =
        attempts.make(message, most, (reason, delay) -> pause(lane, reason, delay));
    DeliveryOutcome outcome = result.outcome();
    if (outcome instanceof DeliveryOutcome.Delivered) {
      state.works();
      counts.sent(terms.clock().instant());
      log.works();
      queued.delivered();
    } else if (outcome instanceof DeliveryOutcome.Failed) {
      String reason = attempts.shown(outcome.reason());
      counts.refused(reason);
      log.refused(message.title(), message.notification().id(), reason);
      queued.failed();
    } else if (isLeft(queued, lane)) {
      return false;
    } else {
      keepOrGiveUp(queued, result, lane);
    }
    return true;
  }

  private boolean pause(Lane lane, String reason, Duration delay) {
    counts.error(reason);
    if (!lane.hasTimeFor(delay)) {
      return false;
    }
    log.triesAgain(reason, delay);
    if (!lane.pause(delay)) {
      return false;
    }
    counts.retried();
    return true;
  }

  /** After a failure that may pass. */
  private void keepOrGiveUp(QueuedNotification queued, DeliveryAttempts.Result result, Lane lane) {
    String reason = attempts.shown(result.outcome().reason());
    counts.error(reason);
    Duration pause = state.pause(reason, result.outcome().hint());
    if (!lane.isLeftToNext()) {
      log.pauses(reason, pause);
    }
    QueuedNotification again = queued.again(counts.sent());
    boolean isKept =
        !queued.escalates()
            && again.passed() < DeliveryBackoff.MOST_PASSED
            && !isOld(queued)
            && lane.putBack(again, pause);
    if (!isKept) {
      giveUp(reason, result.attempts());
      queued.failed();
    }
  }

  private boolean isOld(QueuedNotification queued) {
    Duration longest =
        queued.isStored() ? DeliveryBackoff.LONGEST_KEPT : DeliveryBackoff.LONGEST_IN_MEMORY;
    return queued.delivery().age(terms.nanos().getAsLong()).compareTo(longest) >= 0;
  }

  /** Waits for the end of the channel's pause, if there is time for it. */
  private void rest(Lane lane) {
    while (lane.hasTimeFor(state.left())) {
      // Read again: from the question on, the end of the pause interrupts it.
      Duration left = state.left();
      if (left.isZero() || !lane.pause(left)) {
        return;
      }
    }
  }

  /** Passes a notification on to the next stage of its chain, which need not wait for a pause. */
  private void passOver(QueuedNotification queued) {
    counts.dropped(1);
    queued.dropped();
  }

  private static boolean isLeft(QueuedNotification queued, Lane lane) {
    return queued.isStored() && lane.isLeftToNext();
  }

  private void giveUp(String reason, int made) {
    counts.failed();
    counts.error(reason);
    log.gaveUp(reason, made);
  }
}
