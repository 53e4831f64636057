/**
 * Sleeping between attempts, and the threads that must not sleep: event loops, and threads that are
 * inside the engine.
 */
@NullMarked
package dev.mulligan.retry.wait;

import org.jspecify.annotations.NullMarked;
