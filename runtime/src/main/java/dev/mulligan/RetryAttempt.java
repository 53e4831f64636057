package dev.mulligan;

import java.util.UUID;

/**
 * One attempt of a call.
 *
 * @param number from 1
 * @param callId a random UUID, the same for all attempts of the call, and in the log and
 *     notifications; usable as an {@code Idempotency-Key}
 * @param operation the operation's name, as passed to {@link Retry}
 */
public record RetryAttempt(int number, UUID callId, String operation) {

  /** Whether an earlier attempt of the same call has failed. */
  public boolean isRetry() {
    return number > 1;
  }
}
