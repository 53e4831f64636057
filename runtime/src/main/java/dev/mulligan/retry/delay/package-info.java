/**
 * How long to wait before an attempt: back-off, jitter, and the hint of a server such as {@code
 * Retry-After}. Computes durations; nothing here waits.
 */
@NullMarked
package dev.mulligan.retry.delay;

import org.jspecify.annotations.NullMarked;
