/**
 * Text utilities: cutting, cleaning for terminals and logs, formatting of durations, and search for
 * the nearest known name. Uses the JDK alone.
 */
@NullMarked
package dev.mulligan.text;

import org.jspecify.annotations.NullMarked;
