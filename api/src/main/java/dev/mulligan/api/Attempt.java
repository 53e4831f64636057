package dev.mulligan.api;

import java.util.Optional;
import java.util.UUID;

/**
 * An attempt at a call that Mulligan may retry.
 *
 * @param number from 1
 * @param callId identifies the call: it is unique, and the same in all attempts of the call and in
 *     Mulligan's log and notifications, so it can serve as an {@code Idempotency-Key}. Empty
 *     outside of calls that a rule retries
 * @param rule the name of the rule that retries the call
 */
public record Attempt(int number, Optional<UUID> callId, Optional<String> rule) {

  private static final Attempt FIRST_AND_ONLY = new Attempt(1, Optional.empty(), Optional.empty());

  /**
   * @throws IllegalArgumentException when the number is less than 1
   */
  public Attempt {
    if (number < 1) {
      throw new IllegalArgumentException("an attempt's number is at least 1, was " + number);
    }
  }

  /**
   * Returns the current attempt of this thread: that of the innermost call that a rule retries.
   * Without the agent, and outside of such a call, it returns attempt 1 without an id and without a
   * rule. Never throws.
   */
  public static Attempt current() {
    Object[] context = AgentLink.context();
    return context == null ? FIRST_AND_ONLY : of(context);
  }

  /** Whether a previous attempt of the call has failed. */
  public boolean isRetry() {
    return number > 1;
  }

  private static Attempt of(Object[] context) {
    return new Attempt(
        (Integer) context[0], Optional.of((UUID) context[1]), Optional.of((String) context[2]));
  }
}
