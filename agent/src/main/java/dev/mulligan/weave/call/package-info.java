/**
 * Where a woven method's call arrives at its first failure, and the gate of its further attempts.
 * Uses {@code weave.method} and {@code weave.guarded}; code here runs on the application's threads
 * and must not throw.
 */
@NullMarked
package dev.mulligan.weave.call;

import org.jspecify.annotations.NullMarked;
