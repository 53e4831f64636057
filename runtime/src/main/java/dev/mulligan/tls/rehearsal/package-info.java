/**
 * Receivers in memory, with which the notifier uses its connections once before the first failure.
 */
@NullMarked
package dev.mulligan.tls.rehearsal;

import org.jspecify.annotations.NullMarked;
