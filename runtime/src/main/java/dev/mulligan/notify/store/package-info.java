/**
 * Notifications in the outbox: their format, what is stored when, and the recovery of what an
 * earlier process has left. Uses the lanes, to which recovered notifications go.
 */
@NullMarked
package dev.mulligan.notify.store;

import org.jspecify.annotations.NullMarked;
