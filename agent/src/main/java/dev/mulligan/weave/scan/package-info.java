/**
 * Rules out the classes that no rule can match, from the bytes of the class file alone. It sees
 * every class that is loaded, so it makes no objects for those that it rules out.
 */
@NullMarked
package dev.mulligan.weave.scan;

import org.jspecify.annotations.NullMarked;
