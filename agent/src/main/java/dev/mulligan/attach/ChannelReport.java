package dev.mulligan.attach;

import java.util.List;
import java.util.Optional;

/**
 * A notification channel and how it fares.
 *
 * @param url masked: no secret in it
 * @param health {@code ready}, {@code failing} or {@code disabled}
 * @param queued notifications that wait to be sent
 * @param lastError of the last attempt to send, if that failed; holds no secret
 */
public record ChannelReport(
    String url,
    List<String> tags,
    String health,
    long sent,
    long failed,
    long queued,
    Optional<String> lastError) {}
