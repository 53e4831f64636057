/**
 * Calls of methods that fail later than they return: what they return is replaced by one of the
 * same kind that is settled when the retrying has ended. No thread waits meanwhile. The libraries
 * are the application's own, found by name.
 */
@NullMarked
package dev.mulligan.async;

import org.jspecify.annotations.NullMarked;
