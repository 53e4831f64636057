/**
 * Matches rules with the methods of an application, and refuses methods that the agent cannot
 * retry, with the reason. It knows neither rule files nor weaving.
 */
@NullMarked
package dev.mulligan.match;

import org.jspecify.annotations.NullMarked;
