/** What JSON looks like wherever this product writes it. */
@NullMarked
package dev.mulligan.json;

import org.jspecify.annotations.NullMarked;
