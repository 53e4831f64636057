package dev.mulligan.notify.lane;

import dev.mulligan.firstuse.Shortage;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.registry.NamedChannel;
import dev.mulligan.text.Texts;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes the attempts to deliver a message to one channel, with a back-off between them. */
public final class DeliveryAttempts {

  private static final int REASON_LENGTH = 300;

  private final NamedChannel channel;
  private final Network network;
  private final DeliveryTerms terms;
  private final UnaryOperator<String> redaction;

  public DeliveryAttempts(
      NamedChannel channel, Network network, DeliveryTerms terms, UnaryOperator<String> redaction) {
    this.channel = channel;
    this.network = network;
    this.terms = terms;
    this.redaction = redaction;
  }

  /**
   * The outcome of the last attempt.
   *
   * @param attempts the number of attempts, 1 or more
   */
  public record Result(DeliveryOutcome outcome, int attempts) {}

  /** The back-off between two attempts. */
  public interface Pause {

    /**
     * Waits; returns false if there is no time for another attempt.
     *
     * @param reason of the last attempt's failure; contains no secret
     */
    boolean take(String reason, Duration delay);
  }

  /**
   * Makes attempts until the channel accepts the message or refuses it.
   *
   * @param most attempts
   */
  public Result make(Message message, int most, Pause pause) {
    int attempts = 1;
    DeliveryOutcome outcome = attempt(message);
    while (outcome instanceof DeliveryOutcome.RetryLater later
        && attempts < most
        && pause.take(shown(later.reason()), delayAfter(attempts, later))) {
      attempts++;
      outcome = attempt(message);
    }
    return new Result(outcome, attempts);
  }

  /** Returns a reason or a response without secrets, cut. */
  public String shown(String text) {
    return Texts.cut(redaction.apply(channel.channel().hideSecrets(text)), REASON_LENGTH);
  }

  private Duration delayAfter(int attempts, DeliveryOutcome.RetryLater later) {
    return DeliveryBackoff.after(attempts, later.hint(), terms.random());
  }

  private DeliveryOutcome attempt(Message message) {
    try {
      return channel.channel().send(message, network);
    } catch (IOException e) {
      return new DeliveryOutcome.RetryLater(FailureText.of(e), Optional.empty());
    } catch (Throwable e) {
      // Any failure must be limited to this notification.
      return e instanceof VirtualMachineError || Shortage.isCauseOf(e)
          ? new DeliveryOutcome.RetryLater(FailureText.of(e), Optional.empty()) // it may pass
          : new DeliveryOutcome.Failed(FailureText.of(e));
    }
  }
}
