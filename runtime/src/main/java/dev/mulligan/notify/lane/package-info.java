/**
 * The delivery to one channel: a bounded queue, a thread while there is something to send, attempts
 * with back-off, and the storm cap. Neither the application nor another channel ever waits for a
 * lane.
 */
@NullMarked
package dev.mulligan.notify.lane;

import org.jspecify.annotations.NullMarked;
