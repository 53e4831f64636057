/** A scheduler with its jobs woven, beside the same without an agent. */
@NullMarked
package dev.mulligan.benchmarks.quartz;

import org.jspecify.annotations.NullMarked;
