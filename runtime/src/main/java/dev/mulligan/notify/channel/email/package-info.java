/** The channel that sends mail by SMTP. Uses the package {@code mail} for the conversation. */
@NullMarked
package dev.mulligan.notify.channel.email;

import org.jspecify.annotations.NullMarked;
