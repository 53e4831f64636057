package dev.mulligan.webhook;

/**
 * The receipt of a delivered webhook.
 *
 * @param id of the message, as the receiver knows it
 * @param status from 200 to 299
 * @param attempts 1 or more
 */
public record WebhookReceipt(String id, int status, int attempts) {}
