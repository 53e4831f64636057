/**
 * Removes passwords, tokens and card numbers from everything that leaves the product. Knows the
 * shapes of secrets and the table of channel schemes, nothing else.
 */
@NullMarked
package dev.mulligan.redact;

import org.jspecify.annotations.NullMarked;
