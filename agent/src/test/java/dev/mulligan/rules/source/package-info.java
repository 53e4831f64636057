/** Places, problems, placeholders and YAML. */
@NullMarked
package dev.mulligan.rules.source;

import org.jspecify.annotations.NullMarked;
