package dev.mulligan.notify.delivery;

import dev.mulligan.http.HttpTransport;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.Outcome;
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
  private final HttpTransport http;
  private final DeliveryTerms terms;
  private final UnaryOperator<String> redaction;
  private final LaneTally tally;
  private final LaneVoice voice;

  Courier(
      NamedChannel channel,
      HttpTransport http,
      DeliveryTerms terms,
      UnaryOperator<String> redaction,
      LaneTally tally,
      LaneVoice voice) {
    this.channel = channel.channel();
    this.templates = channel.templates();
    this.http = http;
    this.terms = terms;
    this.redaction = redaction;
    this.tally = tally;
    this.voice = voice;
  }

  /** Waits between two tries. */
  interface Pause {

    /** Whether there is time for one of this length. */
    boolean isPossible(Duration duration);

    /** Waits; false when there is no time left for another try. */
    boolean take(Duration duration);
  }

  /** Returns when the notification is delivered or given up. */
  void deliver(Dispatch dispatch, Pause pause) {
    int tries = 1;
    Outcome outcome = tryOnce(dispatch);
    while (outcome instanceof Outcome.RetryLater later && tries < DeliveryBackoff.TRIES) {
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
      outcome = tryOnce(dispatch);
    }
    conclude(dispatch, outcome, tries);
  }

  private Outcome tryOnce(Dispatch dispatch) {
    try {
      return channel.send(templates.apply(dispatch.message()), http);
    } catch (IOException e) {
      return new Outcome.RetryLater(FailureWords.of(e), Optional.empty());
    } catch (Throwable e) {
      // Whatever it is, the next notification may fare better, and the application is not told.
      return new Outcome.Failed(FailureWords.of(e));
    }
  }

  private void conclude(Dispatch dispatch, Outcome outcome, int tries) {
    if (outcome instanceof Outcome.RetryLater later) {
      giveUp(later.reason(), tries);
    } else if (outcome instanceof Outcome.Failed failed) {
      giveUp(failed.reason(), tries);
    } else if (outcome instanceof Outcome.Gone gone) {
      disable(gone.reason());
    } else {
      tally.sent(terms.clock().instant());
      voice.works();
      dispatch.delivered();
      return;
    }
    dispatch.failed();
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
