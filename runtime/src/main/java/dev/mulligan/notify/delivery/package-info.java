/**
 * Delivery, one line from a report to the answer: {@code NotificationService} takes a notification,
 * {@code NotificationLine} notes its incident and gathers repeats, {@code Dispatcher} chooses the
 * route and has the outbox keep it, {@code Delivery} hands it to the lanes of the route's channels,
 * {@code ChannelLane} queues it, {@code ChannelDelivery} takes it from there and {@code
 * DeliveryAttempts} attempts until the channel has answered. Each channel has a bounded queue and a
 * thread of its own, so that neither the application nor another channel ever waits for one.
 */
@NullMarked
package dev.mulligan.notify.delivery;

import org.jspecify.annotations.NullMarked;
