/**
 * Readers of strategies: back-off, conditions, delays asked for by servers, and the action on
 * failure. They make the strategies of the runtime.
 */
@NullMarked
package dev.mulligan.rules.strategy;

import org.jspecify.annotations.NullMarked;
