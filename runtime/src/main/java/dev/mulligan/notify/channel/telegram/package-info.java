/**
 * The channel of Telegram's Bot API, with its two kinds of markup. Limits and escapes are those of
 * the Bot API's documentation.
 */
@NullMarked
package dev.mulligan.notify.channel.telegram;

import org.jspecify.annotations.NullMarked;
