/**
 * Readers of the {@code notifications} block. They use the values of {@code rules.value} and make
 * the settings of the notifier.
 */
@NullMarked
package dev.mulligan.rules.notifications;

import org.jspecify.annotations.NullMarked;
