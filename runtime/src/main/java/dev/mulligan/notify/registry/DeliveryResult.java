package dev.mulligan.notify.registry;

import dev.mulligan.notify.delivery.NotificationService;
import java.time.Duration;
import java.util.Set;

/**
 * The result of a delivery that a caller waited for, at one target; contains no secret.
 *
 * @param id of the channel, see {@link NotificationService#channels()}
 * @param origin the channel's place in the rule file, or an environment variable's name
 * @param url masked
 * @param tries 1 or more; 0 if there was no time for any
 * @param took from the first attempt's start to the end
 * @param answer the receiver's response or, if there was none, what happened instead
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
