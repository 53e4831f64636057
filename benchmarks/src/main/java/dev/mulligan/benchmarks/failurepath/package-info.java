/** One small method that fails, called bare, woven, and through each peer, without any delay. */
@NullMarked
package dev.mulligan.benchmarks.failurepath;

import org.jspecify.annotations.NullMarked;
