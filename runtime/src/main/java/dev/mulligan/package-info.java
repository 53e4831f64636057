/**
 * Retries, a resilient HTTP client and signed webhooks for programs that want them in their own
 * code: the agent's engine, strategies and notifications, without the agent.
 */
@NullMarked
package dev.mulligan;

import org.jspecify.annotations.NullMarked;
