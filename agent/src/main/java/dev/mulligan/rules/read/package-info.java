/**
 * Reads a rule file with its includes, block by block, and collects every mistake. Runs before the
 * application's main method: no lambdas, streams or regular expressions.
 */
@NullMarked
package dev.mulligan.rules.read;

import org.jspecify.annotations.NullMarked;
