/** Notifications: what is told about a failure, to which channels, and how it gets there. */
@NullMarked
package dev.mulligan.notify;

import org.jspecify.annotations.NullMarked;
