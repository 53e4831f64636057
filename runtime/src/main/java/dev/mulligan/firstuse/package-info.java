/**
 * The first use of classes: whether the process has what their initialisation needs. A class whose
 * initialisation fails once, of Mulligan or of the JDK, stays unusable for the life of the process.
 */
@NullMarked
package dev.mulligan.firstuse;

import org.jspecify.annotations.NullMarked;
