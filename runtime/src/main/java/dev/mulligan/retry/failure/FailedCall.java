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
 * A call whose attempts are used up.
 *
 * @param id the same over all attempts of the call
 * @param attempts in order; of very many the first ten, the last one, and the ten before it
 * @param attemptCount all of them
 * @param elapsed from the first attempt's start to the end; where the start is unknown, as with
 *     woven calls, from the end of the first attempt
 * @param lastException what the caller gets; empty when it gets a result
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
