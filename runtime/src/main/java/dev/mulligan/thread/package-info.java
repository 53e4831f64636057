/**
 * Mulligan's threads, which carry its name, and a timer that needs no thread for each entry. Idle
 * threads end.
 */
@NullMarked
package dev.mulligan.thread;

import org.jspecify.annotations.NullMarked;
