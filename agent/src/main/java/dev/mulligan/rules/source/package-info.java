/**
 * A rule file as text: its places and mistakes, placeholders, and the YAML nodes read from it. Runs
 * before the application's main method: no lambdas, streams or regular expressions.
 */
@NullMarked
package dev.mulligan.rules.source;

import org.jspecify.annotations.NullMarked;
