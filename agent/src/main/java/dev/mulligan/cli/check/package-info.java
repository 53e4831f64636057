/**
 * What a rule file would match in the classes of a class path, and what deserves attention about
 * the methods that match. The classes are read, never run; nothing here prints.
 */
@NullMarked
package dev.mulligan.cli.check;

import org.jspecify.annotations.NullMarked;
