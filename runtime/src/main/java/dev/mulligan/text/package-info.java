/**
 * Texts: cut, cleaned of what must not reach a terminal or a log, durations as people read them,
 * and the nearest known name. Uses the JDK alone.
 */
@NullMarked
package dev.mulligan.text;

import org.jspecify.annotations.NullMarked;
