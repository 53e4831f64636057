/**
 * Which notifications are sent now: open incidents, groups of repeats, and the repeats of
 * continuing incidents. Depends on no channel and no queue.
 */
@NullMarked
package dev.mulligan.notify.group;

import org.jspecify.annotations.NullMarked;
