/**
 * Excludes classes that no rule can match, from the bytes of the class file alone. It checks every
 * class that is loaded, so it creates no objects for excluded classes.
 */
@NullMarked
package dev.mulligan.weave.scan;

import org.jspecify.annotations.NullMarked;
