/** Whose certificates the notifier trusts, whatever the protocol above TLS. */
@NullMarked
package dev.mulligan.tls;

import org.jspecify.annotations.NullMarked;
