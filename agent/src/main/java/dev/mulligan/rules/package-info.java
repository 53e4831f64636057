/**
 * The rule file: YAML, its places and mistakes, and the strategies, rules and settings read from
 * it.
 */
@NullMarked
package dev.mulligan.rules;

import org.jspecify.annotations.NullMarked;
