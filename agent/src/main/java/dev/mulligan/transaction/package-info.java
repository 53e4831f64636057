/**
 * Whether a failing call is inside a transaction that is still open, in which a retry would go on.
 * JDBC and Spring are the application's own and are asked only if it has loaded them.
 */
@NullMarked
package dev.mulligan.transaction;

import org.jspecify.annotations.NullMarked;
