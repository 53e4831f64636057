/**
 * Decides by a strategy's conditions whether a result or an exception counts as a failure. {@code
 * ResultJudge} decides for most values in a nanosecond or two; the conditions decide the rest.
 */
@NullMarked
package dev.mulligan.retry.judge;

import org.jspecify.annotations.NullMarked;
