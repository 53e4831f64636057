/**
 * What a rule puts around its calls and their attempts: time-outs, circuit breakers, rate limits,
 * bulkheads and a fallback. Each attempt passes them in the order that Resilience4j documents.
 */
@NullMarked
package dev.mulligan.guard;

import org.jspecify.annotations.NullMarked;
