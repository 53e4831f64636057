/** Gson adapters that all JSON writers share. Not used before the application's main method. */
@NullMarked
package dev.mulligan.json;

import org.jspecify.annotations.NullMarked;
