/** Asynchronous calls that all wait to be retried: what each of them holds. */
@NullMarked
package dev.mulligan.benchmarks.async;

import org.jspecify.annotations.NullMarked;
