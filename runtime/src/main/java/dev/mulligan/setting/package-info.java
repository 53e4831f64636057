/**
 * Settings with a range. An exception names the invalid setting, so that the rule file and the
 * builders can report it with their own names. Used by every package with settings.
 */
@NullMarked
package dev.mulligan.setting;

import org.jspecify.annotations.NullMarked;
