package dev.mulligan.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mail message. Addresses are bare ones such as {@code ops@example.org}.
 *
 * @param id the local part of the {@code Message-ID}: the same whenever the message is sent again
 * @param senderName shown beside the address {@code from}
 * @param replyTo may be empty, as may cc and bcc
 * @param subject one line
 * @param html the text for HTML readers; empty if there is none
 * @param headers additional ones, in printable ASCII
 */
public record Mail(
    String id,
    Instant date,
    String from,
    String senderName,
    String to,
    List<String> cc,
    List<String> bcc,
    List<String> replyTo,
    String subject,
    String text,
    Optional<String> html,
    Map<String, String> headers) {}
