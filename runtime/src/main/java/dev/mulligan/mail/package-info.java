/**
 * The notifier's mail client: one SMTP conversation per message, with the notifier's time-outs and
 * trusted certificates. No class of the mail library is loaded before the first message.
 */
@NullMarked
package dev.mulligan.mail;

import org.jspecify.annotations.NullMarked;
