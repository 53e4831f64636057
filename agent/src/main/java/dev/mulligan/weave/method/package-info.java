/**
 * What stands behind the id in woven code: the method, the rules bound to it, and the calls of it
 * that are under way on a thread. Knows no bytecode.
 */
@NullMarked
package dev.mulligan.weave.method;

import org.jspecify.annotations.NullMarked;
