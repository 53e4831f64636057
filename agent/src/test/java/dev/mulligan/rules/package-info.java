/** What the rule file means, and what is said about its mistakes. */
@NullMarked
package dev.mulligan.rules;

import org.jspecify.annotations.NullMarked;
