/**
 * Channels of chat services: Slack, Discord, Teams, Google Chat, Mattermost, Rocket.Chat, Matrix,
 * Zulip, Lark. Each class names the vendor's page from which its limits are taken.
 */
@NullMarked
package dev.mulligan.notify.channel.chat;

import org.jspecify.annotations.NullMarked;
