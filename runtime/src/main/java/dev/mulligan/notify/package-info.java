/**
 * What a notification says, as plain data: alerts, failed calls, tags, severity and identity. Knows
 * no channel and no delivery.
 */
@NullMarked
package dev.mulligan.notify;

import org.jspecify.annotations.NullMarked;
