package dev.mulligan.notify.channel;

import dev.mulligan.http.HttpTransport;
import dev.mulligan.mail.MailTransport;

/** The ways out of this process, as the rule file's {@code notifications.http} has them. */
public record Network(HttpTransport http, MailTransport mail) {}
