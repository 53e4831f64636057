/**
 * A failed call as data: its attempts, its end and the reason. Converts the application's
 * exceptions and results to text, even if their methods throw.
 */
@NullMarked
package dev.mulligan.retry.failure;

import org.jspecify.annotations.NullMarked;
