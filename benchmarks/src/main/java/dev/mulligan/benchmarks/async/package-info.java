/** Measures what each of many asynchronous calls that wait for a retry holds. */
@NullMarked
package dev.mulligan.benchmarks.async;

import org.jspecify.annotations.NullMarked;
