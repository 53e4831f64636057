/**
 * Looks into objects of the application: class names with supertypes, causes, and properties read
 * by reflection or by generated functions. Whatever the objects' methods throw stays here.
 */
@NullMarked
package dev.mulligan.retry.inspect;

import org.jspecify.annotations.NullMarked;
