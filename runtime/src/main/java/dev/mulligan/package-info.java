/**
 * Mulligan as a library: the agent's retry engine, strategies and notifications for programs that
 * call them in their own code. This package is the library's API, together with {@code client} and
 * {@code webhook}.
 */
@NullMarked
package dev.mulligan;

import org.jspecify.annotations.NullMarked;
