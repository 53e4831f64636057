/**
 * Benchmarks of a small method that fails: called plain, woven, and through each other library,
 * without any delay.
 */
@NullMarked
package dev.mulligan.benchmarks.failurepath;

import org.jspecify.annotations.NullMarked;
