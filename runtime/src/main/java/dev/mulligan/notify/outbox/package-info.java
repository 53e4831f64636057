/**
 * The durable outbox: notifications that were accepted and are not yet sent, on disk. It knows
 * bytes, not notifications; what they mean is the delivery's affair.
 */
@NullMarked
package dev.mulligan.notify.outbox;

import org.jspecify.annotations.NullMarked;
