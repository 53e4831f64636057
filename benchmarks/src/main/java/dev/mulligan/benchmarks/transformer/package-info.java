/** What a class that no rule can match costs in the agent's transformer. */
@NullMarked
package dev.mulligan.benchmarks.transformer;

import org.jspecify.annotations.NullMarked;
