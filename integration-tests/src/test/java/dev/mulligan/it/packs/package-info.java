/** The packs, each on the published library, unchanged, under the built jar. */
@NullMarked
package dev.mulligan.it.packs;

import org.jspecify.annotations.NullMarked;
