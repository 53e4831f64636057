/**
 * One small method called bare, woven, and through each peer; it never fails while it is measured.
 */
@NullMarked
package dev.mulligan.benchmarks.happypath;

import org.jspecify.annotations.NullMarked;
