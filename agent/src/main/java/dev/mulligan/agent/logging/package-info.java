/**
 * The agent's lines in the application's own log. It uses the application's logging library by
 * reflection and keeps none of its classes.
 */
@NullMarked
package dev.mulligan.agent.logging;

import org.jspecify.annotations.NullMarked;
