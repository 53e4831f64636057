/** What the library costs: its HTTP client beside OkHttp alone, and counting calls. */
@NullMarked
package dev.mulligan.benchmarks.library;

import org.jspecify.annotations.NullMarked;
