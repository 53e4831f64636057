/** Notifications: what is reported, which channels get it, and how it gets there. */
@NullMarked
package dev.mulligan.notify;

import org.jspecify.annotations.NullMarked;
