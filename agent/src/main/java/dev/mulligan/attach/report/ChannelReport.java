package dev.mulligan.attach.report;

import java.util.List;
import java.util.Optional;

/**
 * The state of a notification channel.
 *
 * @param id the id that the command {@code channels} uses; the targets of one URL share it
 * @param origin where the channel is configured
 * @param url masked, without secrets
 * @param health {@code ready}, {@code failing} or {@code paused}
 * @param sent notifications that the receiver accepted
 * @param failed notifications that could not be delivered
 * @param retried tries beyond a notification's first
 * @param dropped notifications that were never tried: the oldest of a full queue, and those that
 *     the next stage of an escalation got at once
 * @param suppressed notifications that the storm cap held back
 * @param queued notifications that wait to be sent
 * @param stored how many of the queued ones are in the outbox and survive the process
 * @param lastSuccess ISO-8601, in UTC
 * @param lastError the receiver's answer to the last failed try, without secrets
 * @param paused why the channel is paused; empty while it works
 * @param nextTry when a paused channel is tried next; ISO-8601, in UTC
 */
public record ChannelReport(
    String id,
    String origin,
    String url,
    List<String> tags,
    String health,
    long sent,
    long failed,
    long retried,
    long dropped,
    long suppressed,
    long queued,
    long stored,
    Optional<String> lastSuccess,
    Optional<String> lastError,
    Optional<String> paused,
    Optional<String> nextTry) {}
