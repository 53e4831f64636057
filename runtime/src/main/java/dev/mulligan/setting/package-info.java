/**
 * Settings with a range: a refused value names its setting, and rule file and builders each say it
 * in their own words. Used by every package with settings.
 */
@NullMarked
package dev.mulligan.setting;

import org.jspecify.annotations.NullMarked;
