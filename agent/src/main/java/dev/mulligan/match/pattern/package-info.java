/**
 * Method patterns such as {@code public * com.acme..*Repository+.find*(..)}: their parser and their
 * parts. Uses the facts of classes only.
 */
@NullMarked
package dev.mulligan.match.pattern;

import org.jspecify.annotations.NullMarked;
