@NullMarked
package dev.mulligan.cli.check;

import org.jspecify.annotations.NullMarked;
