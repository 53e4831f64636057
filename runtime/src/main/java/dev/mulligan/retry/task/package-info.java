/**
 * Identifies the task that a call executes: templates such as <code>{argument(1).topic}</code>, and
 * the values that they read from a call.
 */
@NullMarked
package dev.mulligan.retry.task;

import org.jspecify.annotations.NullMarked;
