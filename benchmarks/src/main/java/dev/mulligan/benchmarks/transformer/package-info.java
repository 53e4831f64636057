/** Benchmarks of the agent's transformer: the cost of a class that no rule can match. */
@NullMarked
package dev.mulligan.benchmarks.transformer;

import org.jspecify.annotations.NullMarked;
