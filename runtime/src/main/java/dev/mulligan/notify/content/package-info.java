/**
 * A notification as text for people: title and body, and their form in each channel's markup,
 * escaped and cut to the receiver's limit. Depends on no channel.
 */
@NullMarked
package dev.mulligan.notify.content;

import org.jspecify.annotations.NullMarked;
