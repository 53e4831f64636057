/**
 * The command line's end of a request to a running process: it checks the process, attaches, and
 * returns the reply or the reason why there is none. Uses the sub-packages; nothing here prints.
 */
@NullMarked
package dev.mulligan.attach;

import org.jspecify.annotations.NullMarked;
