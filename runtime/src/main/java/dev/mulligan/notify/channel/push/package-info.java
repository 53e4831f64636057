/**
 * Channels that send short messages to phones: ntfy, Gotify, Pushover, Twilio and Amazon SNS. Texts
 * are cut in the vendor's unit.
 */
@NullMarked
package dev.mulligan.notify.channel.push;

import org.jspecify.annotations.NullMarked;
