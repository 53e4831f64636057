/** The product's own log: standard error or a file, never java.util.logging. */
@NullMarked
package dev.mulligan.log;

import org.jspecify.annotations.NullMarked;
