/** What notifications cost the application, and how fast and how many are sent. */
@NullMarked
package dev.mulligan.benchmarks.notify;

import org.jspecify.annotations.NullMarked;
