package dev.mulligan.notify.lane;

import dev.mulligan.firstuse.FirstUse;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.registry.NamedChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Delivers the queued notifications of one channel, one after the other. */
final class ChannelDelivery {

  /** How long to wait for files and memory before the next look. */
  private static final Duration FIRST_USE = Duration.ofMillis(200);

  private final NamedChannel channel;
  private final DeliveryAttempts attempts;
  private final DeliveryTerms terms;
  private final ChannelCounts counts;
  private final ChannelLog log;

  /** The pause before the next notification, after the last one was given up or put back. */
  private Optional<Duration> restAsked = Optional.empty();

  /** The failed rounds of attempts since the channel last accepted a notification. */
  private int failedRounds;

  ChannelDelivery(
      NamedChannel channel,
      DeliveryAttempts attempts,
      DeliveryTerms terms,
      ChannelCounts counts,
      ChannelLog log) {
    this.channel = channel;
    this.attempts = attempts;
    this.terms = terms;
    this.counts = counts;
    this.log = log;
  }

  /** The lane of the channel, as a delivery sees it. */
  interface Lane {

    /** Whether there is time for a pause of this length. */
    boolean hasTimeFor(Duration pause);

    /** Pauses; returns false if there is no time for another attempt. */
    boolean pause(Duration duration);

    /** Whether stored notifications that are not sent now are left to the next process. */
    boolean isLeftToNext();

    /**
     * Puts a notification at the end of the queue, for another round of attempts; returns false if
     * there is no room, which only happens to those in memory.
     */
    boolean putBack(QueuedNotification queued);
  }

  /**
   * Delivers a notification; returns when it is delivered, given up or put back.
   *
   * @return false if it is left in the outbox for the next process
   */
  boolean deliver(QueuedNotification queued, Lane lane) {
    awaitFirstUse(lane);
    if (restAsked.isPresent() && !rest(restAsked.get(), lane) && isLeft(queued, lane)) {
      return false;
    }
    Message message;
    try {
      message = channel.templates().apply(queued.message());
    } catch (IOException | RuntimeException e) {
      giveUp("the outbox cannot read it: " + FailureText.of(e), 1);
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
    DeliveryAttempts.Result result =
        attempts.make(
            message, DeliveryBackoff.TRIES, (reason, delay) -> pause(lane, reason, delay));
    if (result.outcome() instanceof DeliveryOutcome.RetryLater later) {
      if (isLeft(queued, lane)) {
        return false;
      }
      if (isPutBack(queued, later, result.attempts(), lane)) {
        return true;
      }
    }
    conclude(queued, result);
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

  /** Puts a notification back if it is in the outbox and its chain has no further stage. */
  private boolean isPutBack(
      QueuedNotification queued, DeliveryOutcome.RetryLater later, int made, Lane lane) {
    boolean isKept = queued.isStored() || later.isOwn();
    if (!isKept || queued.escalates() || isOld(queued)) {
      return false;
    }
    QueuedNotification again = queued.again(counts.sent());
    Duration rest = DeliveryBackoff.rest(failedRounds + 1, later.hint());
    if (again.passed() >= DeliveryBackoff.MOST_PASSED || !lane.hasTimeFor(rest)) {
      return false;
    }
    if (!lane.putBack(again)) {
      return false;
    }
    failedRounds += later.isOwn() ? 0 : 1;
    restAsked = Optional.of(rest);
    String reason = attempts.shown(later.reason());
    counts.error(reason);
    log.keeps(reason, made, queued.isStored());
    return true;
  }

  private boolean isOld(QueuedNotification queued) {
    Duration age = queued.delivery().age(terms.nanos().getAsLong());
    return age.compareTo(DeliveryBackoff.LONGEST_KEPT) >= 0;
  }

  private boolean rest(Duration asked, Lane lane) {
    restAsked = Optional.empty();
    return lane.hasTimeFor(asked) && lane.pause(asked);
  }

  private static boolean isLeft(QueuedNotification queued, Lane lane) {
    return queued.isStored() && lane.isLeftToNext();
  }

  private void conclude(QueuedNotification queued, DeliveryAttempts.Result result) {
    DeliveryOutcome outcome = result.outcome();
    if (outcome instanceof DeliveryOutcome.Delivered) {
      failedRounds = 0;
      counts.sent(terms.clock().instant());
      log.works();
      queued.delivered();
      return;
    }
    if (outcome instanceof DeliveryOutcome.RetryLater later) {
      restAsked = later.hint().map(DeliveryBackoff::bounded);
    }
    if (outcome instanceof DeliveryOutcome.Gone) {
      disable(outcome.reason());
    } else {
      giveUp(outcome.reason(), result.attempts());
    }
    queued.failed();
  }

  private void giveUp(String reason, int made) {
    String shown = attempts.shown(reason);
    counts.failed();
    counts.error(shown);
    log.gaveUp(shown, made);
  }

  private void disable(String reason) {
    String shown = attempts.shown(reason);
    counts.failed();
    counts.error(shown);
    counts.disabled(shown);
    log.gone(shown);
  }
}
