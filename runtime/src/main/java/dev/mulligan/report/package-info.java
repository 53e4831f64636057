/** From the engine to the notifier, which do not know each other. */
@NullMarked
package dev.mulligan.report;

import org.jspecify.annotations.NullMarked;
