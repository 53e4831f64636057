/** Trusted certificates of the notifier, for HTTP and mail. */
@NullMarked
package dev.mulligan.tls;

import org.jspecify.annotations.NullMarked;
