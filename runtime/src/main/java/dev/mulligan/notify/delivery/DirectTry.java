package dev.mulligan.notify.delivery;

import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.content.Message;
import dev.mulligan.text.HumanDuration;
import dev.mulligan.text.Texts;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One target of a message that somebody waits for. */
final class DirectTry {

  private static final int REASON_LENGTH = 300;

  private final NamedChannel target;
  private final AnswerKept answers;
  private final DeliveryTerms terms;
  private final UnaryOperator<String> redaction;

  DirectTry(
      NamedChannel target,
      AnswerKept answers,
      DeliveryTerms terms,
      UnaryOperator<String> redaction) {
    this.target = target;
    this.answers = answers;
    this.terms = terms;
    this.redaction = redaction;
  }

  /** Tries again as the receiver asks, as long as there is time for it. */
  DeliveryResult deliver(Message message, int maxTries, long deadlineNanos)
      throws InterruptedException {
    long start = System.nanoTime();
    int tries = 1;
    DeliveryOutcome outcome = tryOnce(message);
    while (outcome instanceof DeliveryOutcome.RetryLater later && tries < maxTries) {
      Duration delay = DeliveryBackoff.after(tries, later.hint(), terms.random());
      if (delay.toNanos() >= deadlineNanos - System.nanoTime()) {
        break;
      }
      terms.sleeper().sleep(delay);
      tries++;
      outcome = tryOnce(message);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    boolean delivered = outcome instanceof DeliveryOutcome.Delivered;
    return target.result(delivered, tries, took, shown(outcome));
  }

  private DeliveryOutcome tryOnce(Message message) {
    try {
      return target.channel().send(target.templates().apply(message), answers.network());
    } catch (IOException e) {
      return new DeliveryOutcome.RetryLater(FailureWords.of(e), Optional.empty());
    } catch (RuntimeException | Error e) {
      return new DeliveryOutcome.Failed(FailureWords.of(e));
    }
  }

  private String shown(DeliveryOutcome outcome) {
    String words = answers.words();
    if (outcome instanceof DeliveryOutcome.RetryLater later) {
      words = later.reason() + later.hint().map(DirectTry::wish).orElse("");
    } else if (outcome instanceof DeliveryOutcome.Failed failed) {
      words = failed.reason();
    } else if (outcome instanceof DeliveryOutcome.Gone gone) {
      words = gone.reason();
    }
    return Texts.cut(redaction.apply(target.channel().hideSecrets(words)), REASON_LENGTH);
  }

  private static String wish(Duration hint) {
    return " (asks to wait " + HumanDuration.of(hint) + ")";
  }
}
