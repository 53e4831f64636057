/**
 * The base classes of channels: what a channel is, how it is identified without its secrets, and
 * how an HTTP answer is judged. The sub-packages hold one small class for each kind of receiver;
 * queues and retries are in {@code notify.lane}.
 */
@NullMarked
package dev.mulligan.notify.channel;

import org.jspecify.annotations.NullMarked;
