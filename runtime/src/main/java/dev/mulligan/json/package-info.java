/**
 * How this product writes JSON: what its Gson adapters have in common. Used where JSON is written,
 * never before the application's main method.
 */
@NullMarked
package dev.mulligan.json;

import org.jspecify.annotations.NullMarked;
