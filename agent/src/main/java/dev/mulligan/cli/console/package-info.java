/**
 * The terminal: text for people and JSON for programs, tables, colours and the keyboard. This is
 * the one place that makes texts safe for a terminal.
 */
@NullMarked
package dev.mulligan.cli.console;

import org.jspecify.annotations.NullMarked;
