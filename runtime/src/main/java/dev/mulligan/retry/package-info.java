/**
 * The retry engine: one state machine for synchronous calls, asynchronous calls, and calls whose
 * caller waits by itself. Uses the sub-packages, none of which uses this one.
 */
@NullMarked
package dev.mulligan.retry;

import org.jspecify.annotations.NullMarked;
