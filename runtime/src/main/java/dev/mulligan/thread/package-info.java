/** The threads the product starts: recognisable as its own, and holding on to nothing. */
@NullMarked
package dev.mulligan.thread;

import org.jspecify.annotations.NullMarked;
