/**
 * Metrics for Prometheus, read when they are scraped, and the port that serves them. A call pays
 * nothing for them.
 */
@NullMarked
package dev.mulligan.metrics;

import org.jspecify.annotations.NullMarked;
