/**
 * A call with time-outs, circuit breakers, rate limits, bulkheads and a fallback around its
 * attempts, in the order that Resilience4j documents. Synchronous calls and calls without a thread
 * have one class each; uses the retry engine.
 */
@NullMarked
package dev.mulligan.guard;

import org.jspecify.annotations.NullMarked;
