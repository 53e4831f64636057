/**
 * Guards around calls and attempts: time-outs, circuit breakers, rate limits, bulkheads and
 * fallbacks, in the order that Resilience4j documents. Synchronous and asynchronous calls have one
 * class each; uses the retry engine.
 */
@NullMarked
package dev.mulligan.guard;

import org.jspecify.annotations.NullMarked;
