/**
 * Conditions on exceptions and results, as rule files write them: class, message, cause, SQLSTATE,
 * properties. Plain data that can be asked.
 */
@NullMarked
package dev.mulligan.retry.condition;

import org.jspecify.annotations.NullMarked;
