@NullMarked
package dev.mulligan.attach;

import org.jspecify.annotations.NullMarked;
