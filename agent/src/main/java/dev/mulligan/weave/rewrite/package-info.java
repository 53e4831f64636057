/**
 * Rewrites a class with Byte Buddy: the advice classes and the values bound to their parameters.
 * Only {@code Weaver} is used from outside.
 */
@NullMarked
package dev.mulligan.weave.rewrite;

import org.jspecify.annotations.NullMarked;
