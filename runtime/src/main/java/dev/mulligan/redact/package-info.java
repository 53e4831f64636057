/** Keeps passwords, tokens and card numbers out of everything that leaves the product. */
@NullMarked
package dev.mulligan.redact;

import org.jspecify.annotations.NullMarked;
