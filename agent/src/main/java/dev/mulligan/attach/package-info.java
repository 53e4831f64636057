/**
 * Into a running process and out again, with an acknowledgement. Both ends of the talk live here:
 * the command line's, which finds, checks and calls the process, and the agent's, which answers.
 */
@NullMarked
package dev.mulligan.attach;

import org.jspecify.annotations.NullMarked;
