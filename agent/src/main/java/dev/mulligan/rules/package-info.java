/**
 * The content of a rule file after reading and checking: rules, strategies and settings of the
 * agent. These classes are plain data; {@code rules.read} creates them. Runs before the
 * application's main method.
 */
@NullMarked
package dev.mulligan.rules;

import org.jspecify.annotations.NullMarked;
