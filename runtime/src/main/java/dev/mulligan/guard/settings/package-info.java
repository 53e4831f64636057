/**
 * The settings of guards, from a rule file or a program: plain data that rejects values out of
 * range.
 */
@NullMarked
package dev.mulligan.guard.settings;

import org.jspecify.annotations.NullMarked;
