/**
 * The terminal: text for people and JSON for programs, tables, colours and the keyboard. Only this
 * package makes texts safe for a terminal.
 */
@NullMarked
package dev.mulligan.cli.console;

import org.jspecify.annotations.NullMarked;
