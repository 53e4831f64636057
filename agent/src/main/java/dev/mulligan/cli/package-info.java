/**
 * The command line: one class for each command. A command gets its data from other packages and
 * passes it to a page, or prints it as JSON. No other package prints to standard output.
 */
@NullMarked
package dev.mulligan.cli;

import org.jspecify.annotations.NullMarked;
