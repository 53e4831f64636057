/**
 * Conditions on exceptions and results, as rule files define them: class, message, cause, SQLSTATE,
 * properties. Plain data with methods that evaluate it.
 */
@NullMarked
package dev.mulligan.retry.condition;

import org.jspecify.annotations.NullMarked;
