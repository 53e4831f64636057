package dev.mulligan.notify.registry;

import dev.mulligan.notify.delivery.NotificationService;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The state of a channel; contains no secret.
 *
 * @param id see {@link NotificationService#channels()}
 * @param name its place in the rule file, or its environment variable
 * @param url masked
 * @param sent notifications that the receiver accepted
 * @param failed notifications given up after one or more attempts
 * @param retried attempts beyond a notification's first
 * @param dropped notifications never tried: the oldest ones of a full queue, and those that the
 *     next stage of an escalation got at once or that came after the channel's end
 * @param suppressed notifications that the storm cap suppressed and summarised
 * @param queued notifications that wait or are being sent
 * @param stored how many of those are in the outbox
 * @param lastError the reason of the last failed attempt
 * @param isFailing whether that attempt came after the last success
 * @param paused why the channel waits before it tries the next notification that it owes; empty
 *     while it works
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
    Optional<Pause> paused) {

  /**
   * A pause after failures that may pass.
   *
   * @param reason of the last failed attempt; contains no secret
   * @param nextTry when the next notification is tried, or since when one may be
   */
  public record Pause(String reason, Instant nextTry) {}
}
