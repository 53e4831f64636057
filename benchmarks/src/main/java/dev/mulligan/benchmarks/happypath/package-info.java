/**
 * Benchmarks of a small method that never fails: called plain, woven, and through each other
 * library.
 */
@NullMarked
package dev.mulligan.benchmarks.happypath;

import org.jspecify.annotations.NullMarked;
