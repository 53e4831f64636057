/**
 * Benchmarks of the agent in comparison with other libraries: one command, several suites, one
 * report.
 */
@NullMarked
package dev.mulligan.benchmarks;

import org.jspecify.annotations.NullMarked;
