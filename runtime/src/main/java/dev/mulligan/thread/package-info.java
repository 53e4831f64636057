/**
 * The threads that the product starts, named as its own, and the timer on which alarms ring without
 * a thread for each. They end when there is nothing to do.
 */
@NullMarked
package dev.mulligan.thread;

import org.jspecify.annotations.NullMarked;
