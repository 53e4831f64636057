/**
 * Which notifications are sent now: incidents that are open, repeats that are gathered in a window,
 * and alerts that are repeated while they last. Knows no channel and no queue.
 */
@NullMarked
package dev.mulligan.notify.group;

import org.jspecify.annotations.NullMarked;
