/** Method patterns, and what they match in the classes of an application. */
@NullMarked
package dev.mulligan.match;

import org.jspecify.annotations.NullMarked;
