/** Whether the arguments of a failed attempt can be passed to the next one. */
@NullMarked
package dev.mulligan.replay;

import org.jspecify.annotations.NullMarked;
