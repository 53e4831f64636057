package dev.mulligan.notify.delivery;

import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.Templates;
import dev.mulligan.text.Texts;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Brings one notification after the other to one channel, several tries each. */
final class Courier {

  private static final int REASON_LENGTH = 300;

  private final Channel channel;
  private final Templates templates;
  private final Network network;
  private final DeliveryTerms terms;
  private final UnaryOperator<String> redaction;
  private final LaneTally tally;
  private final LaneVoice voice;

  /** Before the next notification: the last one was given up, or put back. */
  private Optional<Duration> restAsked = Optional.empty();

  /** Rounds of tries that failed since the channel last took anything. */
  private int failedRounds;

  Courier(
      NamedChannel channel,
      Network network,
      DeliveryTerms terms,
      UnaryOperator<String> redaction,
      LaneTally tally,
      LaneVoice voice) {
    this.channel = channel.channel();
    this.templates = channel.templates();
    this.network = network;
    this.terms = terms;
    this.redaction = redaction;
    this.tally = tally;
    this.voice = voice;
  }

  /** Waits between two tries; nothing else goes to the channel meanwhile. */
  interface Pause {

    /** Whether there is time for one of this length. */
    boolean isPossible(Duration duration);

    /** Waits; false when there is no time left for another try. */
    boolean take(Duration duration);

    /** Whether what is stored and not sent now is left to the next process. */
    boolean isLeftToNext();

    /** To be delivered once more, after all that waits. */
    void putBack(Parcel parcel);
  }

  /**
   * Returns when the notification is delivered, given up or put back.
   *
   * @return false when none is so: it stays in the outbox for the next process
   */
  boolean deliver(Parcel parcel, Pause pause) {
    if (restAsked.isPresent() && !rest(restAsked.get(), pause) && isLeft(parcel, pause)) {
      return false;
    }
    Message message;
    try {
      message = templates.apply(parcel.message());
    } catch (IOException | RuntimeException e) {
      giveUp("it can't be read back from the outbox: " + FailureWords.of(e), 1);
      parcel.failed();
      return true;
    }
    return deliver(parcel, message, pause);
  }

  private boolean deliver(Parcel parcel, Message message, Pause pause) {
    int tries = 1;
    DeliveryOutcome outcome = tryOnce(message);
    while (outcome instanceof DeliveryOutcome.RetryLater later && tries < DeliveryBackoff.TRIES) {
      String reason = shown(later.reason());
      tally.error(reason);
      Duration delay = DeliveryBackoff.after(tries, later.hint(), terms.random());
      if (!pause.isPossible(delay)) {
        break;
      }
      voice.triesAgain(reason, delay);
      if (!pause.take(delay)) {
        break;
      }
      tries++;
      tally.retried();
      outcome = tryOnce(message);
    }
    if (outcome instanceof DeliveryOutcome.RetryLater later) {
      if (isLeft(parcel, pause)) {
        return false;
      }
      if (isPutBack(parcel, message, later, tries, pause)) {
        return true;
      }
    }
    conclude(parcel, outcome, tries);
    return true;
  }

  /** Only what is in the outbox, and nobody else is asked to deliver. */
  private boolean isPutBack(
      Parcel parcel, Message message, DeliveryOutcome.RetryLater later, int tries, Pause pause) {
    if (!parcel.isStored() || parcel.escalates() || isOld(message)) {
      return false;
    }
    Parcel again = parcel.again(tally.sent());
    Duration rest = DeliveryBackoff.rest(failedRounds + 1, later.hint());
    if (again.passed() >= DeliveryBackoff.MOST_PASSED || !pause.isPossible(rest)) {
      return false;
    }
    failedRounds++;
    restAsked = Optional.of(rest);
    tally.error(shown(later.reason()));
    voice.keeps(shown(later.reason()), tries);
    pause.putBack(again);
    return true;
  }

  private boolean isOld(Message message) {
    Duration age = Duration.between(message.notification().time(), terms.clock().instant());
    return age.compareTo(DeliveryBackoff.LONGEST_KEPT) >= 0;
  }

  private boolean rest(Duration asked, Pause pause) {
    restAsked = Optional.empty();
    return pause.isPossible(asked) && pause.take(asked);
  }

  private static boolean isLeft(Parcel parcel, Pause pause) {
    return parcel.isStored() && pause.isLeftToNext();
  }

  private DeliveryOutcome tryOnce(Message message) {
    try {
      return channel.send(message, network);
    } catch (IOException e) {
      return new DeliveryOutcome.RetryLater(FailureWords.of(e), Optional.empty());
    } catch (Throwable e) {
      // Whatever it is, the next notification may fare better, and the application is not told.
      return new DeliveryOutcome.Failed(FailureWords.of(e));
    }
  }

  private void conclude(Parcel parcel, DeliveryOutcome outcome, int tries) {
    if (outcome instanceof DeliveryOutcome.RetryLater later) {
      restAsked = later.hint().map(DeliveryBackoff::bounded);
      giveUp(later.reason(), tries);
    } else if (outcome instanceof DeliveryOutcome.Failed failed) {
      giveUp(failed.reason(), tries);
    } else if (outcome instanceof DeliveryOutcome.Gone gone) {
      disable(gone.reason());
    } else {
      failedRounds = 0;
      tally.sent(terms.clock().instant());
      voice.works();
      parcel.delivered();
      return;
    }
    parcel.failed();
  }

  private void giveUp(String reason, int tries) {
    tally.failed();
    tally.error(shown(reason));
    voice.gaveUp(shown(reason), tries);
  }

  private void disable(String reason) {
    tally.failed();
    tally.error(shown(reason));
    tally.disabled(shown(reason));
    voice.gone(shown(reason));
  }

  private String shown(String reason) {
    return Texts.cut(redaction.apply(channel.hideSecrets(reason)), REASON_LENGTH);
  }
}
