/**
 * The command line's side of a request to a running process: it checks the process, attaches, and
 * returns the reply or the reason why there is none. It uses the sub-packages and prints nothing.
 */
@NullMarked
package dev.mulligan.attach;

import org.jspecify.annotations.NullMarked;
