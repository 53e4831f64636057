/**
 * The gates that woven code calls: the running agent's gate, for a call's first failure, and the
 * gate of its further attempts. Uses {@code weave.method} and {@code weave.guarded}. This code runs
 * on the application's threads and must not throw.
 */
@NullMarked
package dev.mulligan.weave.call;

import org.jspecify.annotations.NullMarked;
