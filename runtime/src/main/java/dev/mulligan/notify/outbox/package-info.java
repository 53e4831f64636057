/**
 * The durable outbox: a journal on disk of accepted notifications that are not sent yet. It stores
 * bytes and does not interpret them.
 */
@NullMarked
package dev.mulligan.notify.outbox;

import org.jspecify.annotations.NullMarked;
