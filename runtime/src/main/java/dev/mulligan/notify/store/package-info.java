/**
 * Notifications in the outbox: their format, when they are stored, and the recovery of what an
 * earlier process left. Uses the lanes, which receive the recovered notifications.
 */
@NullMarked
package dev.mulligan.notify.store;

import org.jspecify.annotations.NullMarked;
