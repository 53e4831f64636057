/**
 * A rule file as text: places, problems with excerpts, values for placeholders, and reading of
 * files with a size limit. It does not know YAML. Runs before the application's main method.
 */
@NullMarked
package dev.mulligan.rules.source;

import org.jspecify.annotations.NullMarked;
