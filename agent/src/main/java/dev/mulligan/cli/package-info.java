/**
 * The command line. Each command is a class that finds its data elsewhere and shows it here, as a
 * page for people or as JSON for programs; nothing else prints to standard output.
 */
@NullMarked
package dev.mulligan.cli;

import org.jspecify.annotations.NullMarked;
