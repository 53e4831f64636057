package dev.mulligan.attach.report;

import java.util.List;
import java.util.Optional;

/**
 * A notification channel and how it fares.
 *
 * @param id for {@code channels}; the targets of one URL share it
 * @param origin where it comes from
 * @param url masked: no secret in it
 * @param health {@code ready}, {@code failing} or {@code disabled}
 * @param sent notifications that the receiver took
 * @param failed notifications that were given up
 * @param retried tries beyond a notification's first
 * @param dropped notifications never tried: the queue was full, or the channel disabled
 * @param suppressed notifications that the storm cap held back
 * @param queued notifications that wait to be sent
 * @param stored how many of those would survive the process
 * @param lastSuccess ISO-8601, in UTC
 * @param lastError the receiver's words at the last failed try; holds no secret
 * @param disabled why nothing is sent any more
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
    Optional<String> disabled) {}
