/**
 * Channels that send to servers of the user's own: JSON, form, XML, an Apprise API server, syslog.
 * What a body looks like is each kind's own.
 */
@NullMarked
package dev.mulligan.notify.channel.webhook;

import org.jspecify.annotations.NullMarked;
