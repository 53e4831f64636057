/** Into a running process and out again, with an acknowledgement. */
@NullMarked
package dev.mulligan.attach;

import org.jspecify.annotations.NullMarked;
