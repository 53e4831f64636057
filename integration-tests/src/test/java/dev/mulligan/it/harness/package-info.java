/**
 * Child JVMs, applications, servers and files for the tests of the built jar. Nothing here knows a
 * class of the product.
 */
@NullMarked
package dev.mulligan.it.harness;

import org.jspecify.annotations.NullMarked;
