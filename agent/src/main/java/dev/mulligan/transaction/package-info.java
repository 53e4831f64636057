/**
 * Detects whether a failing call is inside an open transaction, which a retry would continue. It
 * uses the application's JDBC and Spring, and only if the application has loaded them.
 */
@NullMarked
package dev.mulligan.transaction;

import org.jspecify.annotations.NullMarked;
