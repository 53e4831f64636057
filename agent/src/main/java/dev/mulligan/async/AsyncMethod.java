package dev.mulligan.async;

import dev.mulligan.guard.GuardedOperation;

/**
 * A woven asynchronous method, whose result comes after it has returned, with its retry settings.
 *
 * @param id the number that the woven code passes
 * @param fallback the fallback of the rule
 * @param returnsNothing whether it is a Kotlin function that returns {@code Unit}
 */
public record AsyncMethod(
    int id,
    Form form,
    GuardedOperation operation,
    FallbackMethod fallback,
    boolean returnsNothing) {}
