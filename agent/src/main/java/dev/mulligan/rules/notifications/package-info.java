/**
 * Readers of the {@code notifications} block. They use {@code rules.value} and create the settings
 * of the notifier.
 */
@NullMarked
package dev.mulligan.rules.notifications;

import org.jspecify.annotations.NullMarked;
