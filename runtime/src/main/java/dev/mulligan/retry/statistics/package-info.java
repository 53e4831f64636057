/**
 * Counts of calls, attempts and retries for each operation, without locks. Read by status and
 * metrics.
 */
@NullMarked
package dev.mulligan.retry.statistics;

import org.jspecify.annotations.NullMarked;
