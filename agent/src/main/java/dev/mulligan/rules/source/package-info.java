/**
 * A rule file as text: places, mistakes with their excerpts, placeholders' values, and files read
 * within limits. Knows no YAML. Runs before the application's main method.
 */
@NullMarked
package dev.mulligan.rules.source;

import org.jspecify.annotations.NullMarked;
