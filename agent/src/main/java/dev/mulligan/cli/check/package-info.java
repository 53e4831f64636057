/**
 * Checks a rule file against the classes of a class path: what it would match, and warnings about
 * the matched methods. The classes are read, never run; nothing in this package prints.
 */
@NullMarked
package dev.mulligan.cli.check;

import org.jspecify.annotations.NullMarked;
