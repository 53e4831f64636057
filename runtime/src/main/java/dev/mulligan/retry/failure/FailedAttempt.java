package dev.mulligan.retry.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * A failed attempt as data.
 *
 * @param number from 1
 * @param failure the exception's class and message, or the description of the result; not redacted
 * @param duration empty if the start is unknown, as for the first attempt of a woven call
 * @param delay the wait after it; empty for the last one
 */
public record FailedAttempt(
    int number, String failure, Optional<Duration> duration, Optional<Duration> delay) {}
