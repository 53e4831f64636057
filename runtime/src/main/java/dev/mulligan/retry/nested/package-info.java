/**
 * Remembers what rules gave up on, so that no outer rule repeats the call. Holds the application's
 * objects weakly.
 */
@NullMarked
package dev.mulligan.retry.nested;

import org.jspecify.annotations.NullMarked;
