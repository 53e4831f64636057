/**
 * A failed call as data: its attempts, its end and its reason. Texts are read from the
 * application's exceptions and results here, whatever their methods do.
 */
@NullMarked
package dev.mulligan.retry.failure;

import org.jspecify.annotations.NullMarked;
