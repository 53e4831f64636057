/**
 * Calls of methods whose result comes after they return: which kinds of them there are, and how to
 * call one again. The sub-packages retry one kind each; libraries of the application are found by
 * name and called by method handles.
 */
@NullMarked
package dev.mulligan.async;

import org.jspecify.annotations.NullMarked;
