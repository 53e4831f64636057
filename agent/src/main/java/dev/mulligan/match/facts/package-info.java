/**
 * What a class file says about a class and its methods, read with ASM and without loading the
 * class. Uses nothing else of this product.
 */
@NullMarked
package dev.mulligan.match.facts;

import org.jspecify.annotations.NullMarked;
