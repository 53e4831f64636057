/**
 * What is retried and how: a strategy with its parts, its operation, and the action on failure.
 * Plain data, from a rule file or a builder.
 */
@NullMarked
package dev.mulligan.retry.strategy;

import org.jspecify.annotations.NullMarked;
