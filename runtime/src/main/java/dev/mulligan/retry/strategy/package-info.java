/**
 * What is retried and how: a strategy with its parts, the operation it is for, and the action on
 * failure. Plain data, read from a rule file or made by a builder.
 */
@NullMarked
package dev.mulligan.retry.strategy;

import org.jspecify.annotations.NullMarked;
