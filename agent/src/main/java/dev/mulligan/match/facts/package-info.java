/**
 * The facts of classes and methods, read from class files with ASM, without loading the class.
 * Depends on no other package of the product.
 */
@NullMarked
package dev.mulligan.match.facts;

import org.jspecify.annotations.NullMarked;
