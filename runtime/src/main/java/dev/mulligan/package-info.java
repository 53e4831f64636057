/**
 * Retries for programs that call them in their own code: the agent's engine, strategies and
 * notifications, without the agent. This package is the library's API, together with {@code client}
 * and {@code webhook}.
 */
@NullMarked
package dev.mulligan;

import org.jspecify.annotations.NullMarked;
