/**
 * Rewrites a class with Byte Buddy: the advice classes and the values bound to their parameters.
 * Other packages use only {@code Weaver}.
 */
@NullMarked
package dev.mulligan.weave.rewrite;

import org.jspecify.annotations.NullMarked;
