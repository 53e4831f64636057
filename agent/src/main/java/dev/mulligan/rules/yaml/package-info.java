/**
 * Reads YAML into nodes that know their places. {@code OrdinaryYaml} reads the subset that nearly
 * every rule file uses, SnakeYAML the rest; a test compares the two.
 */
@NullMarked
package dev.mulligan.rules.yaml;

import org.jspecify.annotations.NullMarked;
