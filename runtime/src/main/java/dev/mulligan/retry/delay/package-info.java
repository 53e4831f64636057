/**
 * The delay before an attempt: back-off, jitter, and a server's hint such as {@code Retry-After}.
 * Computes durations; nothing here waits.
 */
@NullMarked
package dev.mulligan.retry.delay;

import org.jspecify.annotations.NullMarked;
