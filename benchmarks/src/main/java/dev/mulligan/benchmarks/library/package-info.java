/**
 * Benchmarks of the library: its HTTP client compared with OkHttp alone, and the counting of calls.
 */
@NullMarked
package dev.mulligan.benchmarks.library;

import org.jspecify.annotations.NullMarked;
