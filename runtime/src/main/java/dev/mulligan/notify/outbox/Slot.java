package dev.mulligan.notify.outbox;

/**
 * One channel's copy of a stored notification.
 *
 * @param channel identifies the channel, without its secrets
 */
public record Slot(long channel, SlotState state) {}
