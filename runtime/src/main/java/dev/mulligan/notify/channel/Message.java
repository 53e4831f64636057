package dev.mulligan.notify.channel;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.ProcessInfo;

/**
 * A notification made ready for receivers: redacted, its texts clean.
 *
 * @param title one line of plain text
 * @param text plain text for people, several lines
 */
public record Message(Notification notification, ProcessInfo process, String title, String text) {}
