/**
 * Removes passwords, tokens and card numbers from every text that leaves Mulligan. Depends only on
 * the table of channel schemes.
 */
@NullMarked
package dev.mulligan.redact;

import org.jspecify.annotations.NullMarked;
