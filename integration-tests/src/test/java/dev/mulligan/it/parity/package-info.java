/** What this product and Apprise send for the same channel URL, compared after parsing. */
@NullMarked
package dev.mulligan.it.parity;

import org.jspecify.annotations.NullMarked;
