/**
 * The content of notifications as plain data: alerts, failed calls, tags, severity and identity.
 * Depends on no channel and no delivery.
 */
@NullMarked
package dev.mulligan.notify;

import org.jspecify.annotations.NullMarked;
