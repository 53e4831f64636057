/**
 * The table of channel schemes as plain data: who reads channel URLs and who masks them agree by
 * it. It is read before the application starts.
 */
@NullMarked
package dev.mulligan.scheme;

import org.jspecify.annotations.NullMarked;
