/** HTTP as the notifier needs it: one client, its time-outs, proxy and trust. */
@NullMarked
package dev.mulligan.http;

import org.jspecify.annotations.NullMarked;
