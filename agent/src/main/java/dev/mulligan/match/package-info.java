/**
 * Which methods of an application a rule matches, and which of these it cannot retry, with the
 * reason. Knows neither rule files nor weaving.
 */
@NullMarked
package dev.mulligan.match;

import org.jspecify.annotations.NullMarked;
