/** Channels to servers of the user's own: JSON, form, XML, an Apprise API server, syslog. */
@NullMarked
package dev.mulligan.notify.channel.webhook;

import org.jspecify.annotations.NullMarked;
