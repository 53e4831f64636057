package dev.mulligan.retry.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * One attempt that failed.
 *
 * @param number from 1
 * @param failure the exception's class and message, or what was returned; not redacted
 * @param duration empty where the start is unknown: that of a woven call's first attempt
 * @param delay waited after it; empty for the last one
 */
public record FailedAttempt(
    int number, String failure, Optional<Duration> duration, Optional<Duration> delay) {}
