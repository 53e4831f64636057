/**
 * Delivery. {@code NotificationService} accepts a notification, {@code NotificationLine} registers
 * its incident and groups repeats, {@code Dispatcher} determines the route and stores a copy in the
 * outbox, {@code Delivery} offers it to the lanes of the route's channels, {@code ChannelLane}
 * queues it, {@code ChannelDelivery} takes it from the queue, and {@code DeliveryAttempts} makes
 * attempts until the channel has accepted or refused it. Each channel has a bounded queue and its
 * own thread, so that neither the application nor another channel ever waits for it.
 */
@NullMarked
package dev.mulligan.notify.delivery;

import org.jspecify.annotations.NullMarked;
