@NullMarked
package dev.mulligan.cli.console;

import org.jspecify.annotations.NullMarked;
