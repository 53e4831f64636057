/** Texts for people and programs: cut, cleaned, and durations as one reads them. */
@NullMarked
package dev.mulligan.text;

import org.jspecify.annotations.NullMarked;
