/**
 * Delivery: a bounded queue and a thread of its own for each channel, tried again as the receiver
 * says, so that neither the application nor another channel ever waits for one.
 */
@NullMarked
package dev.mulligan.notify.delivery;

import org.jspecify.annotations.NullMarked;
