package dev.mulligan.notify.channel;

import dev.mulligan.http.HttpTransport;
import dev.mulligan.mail.MailTransport;

/**
 * The HTTP and mail transports of the notifier, configured by the rule file's {@code
 * notifications.http}.
 */
public record Network(HttpTransport http, MailTransport mail) {}
