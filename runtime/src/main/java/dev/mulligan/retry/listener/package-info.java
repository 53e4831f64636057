/**
 * What the engine reports to its listener: calls whose attempts are used up, and operations that
 * are retried too often. The owner of the engine implements {@code FailureListener}.
 */
@NullMarked
package dev.mulligan.retry.listener;

import org.jspecify.annotations.NullMarked;
