/**
 * Single values of a rule file and the tables of its keys: durations, sizes, rates, numbers, words,
 * and blocks whose keys are known. It does not know the meaning of the values.
 */
@NullMarked
package dev.mulligan.rules.value;

import org.jspecify.annotations.NullMarked;
