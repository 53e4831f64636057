/** Which certificates the notifier trusts, for HTTP and mail alike. */
@NullMarked
package dev.mulligan.tls;

import org.jspecify.annotations.NullMarked;
