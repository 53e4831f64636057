/**
 * Benchmarks of a scheduler with woven jobs, compared with the same scheduler without the agent.
 */
@NullMarked
package dev.mulligan.benchmarks.quartz;

import org.jspecify.annotations.NullMarked;
