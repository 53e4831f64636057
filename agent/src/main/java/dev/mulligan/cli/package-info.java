/**
 * The command line: one class for each command. A command finds its data elsewhere and hands it to
 * a page, or prints it as JSON; no other package prints to standard output.
 */
@NullMarked
package dev.mulligan.cli;

import org.jspecify.annotations.NullMarked;
