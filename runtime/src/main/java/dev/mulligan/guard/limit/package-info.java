/**
 * The guards themselves, on Failsafe's breaker, limiter and bulkhead, and the queue of callers that
 * wait for a permit. No other package uses Failsafe.
 */
@NullMarked
package dev.mulligan.guard.limit;

import org.jspecify.annotations.NullMarked;
