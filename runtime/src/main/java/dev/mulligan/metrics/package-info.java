/**
 * Metrics for Prometheus, collected when they are scraped, and the HTTP endpoint that serves them.
 * They add nothing to the cost of a call.
 */
@NullMarked
package dev.mulligan.metrics;

import org.jspecify.annotations.NullMarked;
