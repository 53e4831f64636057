/** Text for people and JSON for programs: tables, colours where a terminal shows them. */
@NullMarked
package dev.mulligan.cli.console;

import org.jspecify.annotations.NullMarked;
