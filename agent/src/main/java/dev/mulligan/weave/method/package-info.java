/**
 * The data behind an id in woven code: the method, the rules bound to it, and its running calls on
 * a thread. It does not know bytecode.
 */
@NullMarked
package dev.mulligan.weave.method;

import org.jspecify.annotations.NullMarked;
