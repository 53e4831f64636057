/**
 * Channels to chat services: Slack, Discord, Teams, Google Chat, Mattermost, Rocket.Chat, Matrix,
 * Zulip, Lark. Each class links the vendor's page with the limits.
 */
@NullMarked
package dev.mulligan.notify.channel.chat;

import org.jspecify.annotations.NullMarked;
