package dev.mulligan.webhook;

/**
 * A webhook that was delivered.
 *
 * @param id of the message, as its receiver knows it
 * @param status from 200 to 299
 * @param attempts 1 or more
 */
public record WebhookReceipt(String id, int status, int attempts) {}
