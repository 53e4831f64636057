/**
 * Calls of methods with guards around the retry, and of methods whose result comes later, as far as
 * they are on their caller's thread. Uses {@code weave.method} and the guards of the runtime.
 */
@NullMarked
package dev.mulligan.weave.guarded;

import org.jspecify.annotations.NullMarked;
