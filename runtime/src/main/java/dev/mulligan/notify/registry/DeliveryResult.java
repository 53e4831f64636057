package dev.mulligan.notify.registry;

import dev.mulligan.notify.delivery.NotificationService;
import java.time.Duration;
import java.util.Set;

/**
 * What became of a notification that somebody waited for, at one target. Holds no secret.
 *
 * @param id of the channel, see {@link NotificationService#channels()}
 * @param origin where the channel comes from: its place in the rule file, a variable's name
 * @param url masked
 * @param tries 1 or more; 0 where there was no time for any
 * @param took from the first try's start to the end
 * @param answer the receiver's words or, where there were none, what happened instead
 */
public record DeliveryResult(
    String id,
    String origin,
    String url,
    Set<String> tags,
    boolean delivered,
    int tries,
    Duration took,
    String answer) {}
