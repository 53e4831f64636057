/**
 * What a rule file says, read and checked: rules, strategies, settings of the agent. These classes
 * are plain data; {@code rules.read} makes them. Runs before the application's main method.
 */
@NullMarked
package dev.mulligan.rules;

import org.jspecify.annotations.NullMarked;
