/**
 * The settings of guards as the rule file or a program gives them: plain data that refuses values
 * out of range.
 */
@NullMarked
package dev.mulligan.guard.settings;

import org.jspecify.annotations.NullMarked;
