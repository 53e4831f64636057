/**
 * The base classes of channels: what a channel is, its identity without secrets, and how an HTTP
 * response maps to an outcome. The sub-packages contain one small class for each kind of receiver;
 * queues and retries are in {@code notify.lane}.
 */
@NullMarked
package dev.mulligan.notify.channel;

import org.jspecify.annotations.NullMarked;
