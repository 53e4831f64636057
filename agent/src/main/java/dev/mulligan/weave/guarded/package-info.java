/**
 * The gates for calls of guarded methods and of asynchronous methods, on the caller's thread. Uses
 * {@code weave.method} and the runtime's guards.
 */
@NullMarked
package dev.mulligan.weave.guarded;

import org.jspecify.annotations.NullMarked;
