package dev.mulligan.async;

import dev.mulligan.guard.GuardedOperation;

/**
 * A method that ends later than it returns, and what its calls have in common.
 *
 * @param id that the woven code carries
 * @param fallback the rule's
 * @param returnsNothing whether it is a function of Kotlin's {@code Unit}
 */
public record AsyncMethod(
    int id,
    Form form,
    GuardedOperation operation,
    FallbackMethod fallback,
    boolean returnsNothing) {}
