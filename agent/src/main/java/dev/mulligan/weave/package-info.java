/**
 * Which classes are rewritten and how: prefilter, advice, gate, and the table behind the method
 * ids.
 */
@NullMarked
package dev.mulligan.weave;

import org.jspecify.annotations.NullMarked;
