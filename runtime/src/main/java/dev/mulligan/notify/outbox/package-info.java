/**
 * The durable outbox: a journal on disk of notifications that were accepted and are not yet sent.
 * It knows bytes, not notifications.
 */
@NullMarked
package dev.mulligan.notify.outbox;

import org.jspecify.annotations.NullMarked;
