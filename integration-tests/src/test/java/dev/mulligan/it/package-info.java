/** The built jar against real JVMs, servers and libraries, unchanged, all in child JVMs. */
@NullMarked
package dev.mulligan.it;

import org.jspecify.annotations.NullMarked;
