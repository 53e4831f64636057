/**
 * Inspects objects of the application: class names with supertypes, causes, and properties read by
 * reflection or by generated functions. Catches what the objects' methods throw.
 */
@NullMarked
package dev.mulligan.retry.inspect;

import org.jspecify.annotations.NullMarked;
