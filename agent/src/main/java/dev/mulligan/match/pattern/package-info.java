/**
 * Method patterns such as {@code public * com.acme..*Repository+.find*(..)}: their parser and their
 * parts. Depends only on the facts of classes.
 */
@NullMarked
package dev.mulligan.match.pattern;

import org.jspecify.annotations.NullMarked;
