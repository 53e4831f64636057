/**
 * How threads wait between attempts, and which threads must not wait: event loops, and threads that
 * are inside the engine.
 */
@NullMarked
package dev.mulligan.retry.wait;

import org.jspecify.annotations.NullMarked;
