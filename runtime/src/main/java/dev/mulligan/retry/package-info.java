/** The retry engine: strategies, back-off, conditions, and one call's way through its attempts. */
@NullMarked
package dev.mulligan.retry;

import org.jspecify.annotations.NullMarked;
