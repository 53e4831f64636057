/**
 * YAML as nodes that know their places. {@code OrdinaryYaml} reads what nearly every rule file is
 * made of, SnakeYAML the rest; a test holds the two together.
 */
@NullMarked
package dev.mulligan.rules.yaml;

import org.jspecify.annotations.NullMarked;
