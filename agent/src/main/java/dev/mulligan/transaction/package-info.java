/**
 * Whether a call that fails stands in a transaction that is still open: a retry would go on in it.
 */
@NullMarked
package dev.mulligan.transaction;

import org.jspecify.annotations.NullMarked;
