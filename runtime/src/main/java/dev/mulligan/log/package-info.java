/**
 * The product's own log: standard error, a file or a target such as the application's logger, one
 * line a message, redacted and safe for a terminal. It uses neither java.util.logging nor
 * java.nio.file, since it works before the application's main method.
 */
@NullMarked
package dev.mulligan.log;

import org.jspecify.annotations.NullMarked;
