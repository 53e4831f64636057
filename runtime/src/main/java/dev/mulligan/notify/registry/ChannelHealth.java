package dev.mulligan.notify.registry;

import dev.mulligan.notify.delivery.NotificationService;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The state of a channel. Holds no secret.
 *
 * @param id see {@link NotificationService#channels()}
 * @param name its place in the rule file, or the environment's variable that it comes from
 * @param url masked
 * @param sent notifications that the receiver took
 * @param failed notifications that were given up after one or more tries
 * @param retried tries beyond a notification's first
 * @param dropped notifications never tried: the queue was full, or the channel disabled or closed
 * @param suppressed notifications that the storm cap held back, summed up in one
 * @param queued notifications that wait or are being sent
 * @param stored how many of those are in the outbox
 * @param lastError the receiver's words at the last failed try
 * @param isFailing whether that try came after the last success
 * @param disabled why nothing is sent any more
 */
public record ChannelHealth(
    String id,
    String name,
    String url,
    Set<String> tags,
    long sent,
    long failed,
    long retried,
    long dropped,
    long suppressed,
    int queued,
    int stored,
    Optional<Instant> lastSuccess,
    Optional<String> lastError,
    boolean isFailing,
    Optional<String> disabled) {}
