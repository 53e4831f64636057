/**
 * Benchmarks of many threads whose service is down: the number of requests with and without a retry
 * budget.
 */
@NullMarked
package dev.mulligan.benchmarks.storm;

import org.jspecify.annotations.NullMarked;
