/**
 * What a rule file would match in the classes of an application, found without starting it: the
 * classes of a class path and what stands out about the methods that match. Prints nothing.
 */
@NullMarked
package dev.mulligan.cli.check;

import org.jspecify.annotations.NullMarked;
