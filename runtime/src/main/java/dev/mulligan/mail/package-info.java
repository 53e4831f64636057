/**
 * Mail as the notifier needs it: one message, one SMTP conversation, with time-outs and trust of
 * the notifier's own. No class of the mail library is loaded before the first message.
 */
@NullMarked
package dev.mulligan.mail;

import org.jspecify.annotations.NullMarked;
