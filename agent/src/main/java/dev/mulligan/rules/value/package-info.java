/**
 * Single values of a rule file and the tables of its keys: durations, sizes, rates, numbers, words,
 * and blocks whose keys are known. Knows nothing of what the values are for.
 */
@NullMarked
package dev.mulligan.rules.value;

import org.jspecify.annotations.NullMarked;
