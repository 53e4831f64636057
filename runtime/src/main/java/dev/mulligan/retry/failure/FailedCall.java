package dev.mulligan.retry.failure;

import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.retry.strategy.OnFailure;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A call that finally failed, as data.
 *
 * @param id the same for all attempts of the call
 * @param attempts in order; of more than 21 the first ten and the last eleven
 * @param attemptCount the number of all attempts
 * @param elapsed from the start of the first attempt to the end; if the start is unknown, as with
 *     woven calls, from the end of the first attempt
 * @param lastException the exception that the caller gets; empty if it gets a result
 * @param task as the strategy's {@link OnFailure#task} reads it
 */
public record FailedCall(
    UUID id,
    Operation operation,
    Strategy strategy,
    List<FailedAttempt> attempts,
    int attemptCount,
    Duration elapsed,
    EndReason endReason,
    Optional<Throwable> lastException,
    TaskIdentity task) {}
