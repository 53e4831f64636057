/**
 * The retry engine: one state machine for synchronous calls, calls without a thread and calls whose
 * caller waits by itself. Uses the sub-packages, none of which uses this one.
 */
@NullMarked
package dev.mulligan.retry;

import org.jspecify.annotations.NullMarked;
