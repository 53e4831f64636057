package dev.mulligan;

import java.util.UUID;

/**
 * One attempt at a call.
 *
 * @param number from 1
 * @param callId a random UUID, the same over all attempts of the call, also in the log and in
 *     notifications; good for an {@code Idempotency-Key}
 * @param operation what is called, as it was named to {@link Retry}
 */
public record RetryAttempt(int number, UUID callId, String operation) {

  /** Whether an attempt before this one has failed. */
  public boolean isRetry() {
    return number > 1;
  }
}
