/**
 * Benchmarks of notifications: their cost for the application, and the rate and number of messages
 * sent.
 */
@NullMarked
package dev.mulligan.benchmarks.notify;

import org.jspecify.annotations.NullMarked;
