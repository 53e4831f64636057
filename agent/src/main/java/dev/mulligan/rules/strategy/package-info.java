/**
 * Readers of strategies: back-off, conditions, delays that servers request, and the action on
 * failure. They create the strategies of the runtime.
 */
@NullMarked
package dev.mulligan.rules.strategy;

import org.jspecify.annotations.NullMarked;
