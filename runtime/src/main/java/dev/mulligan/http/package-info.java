/**
 * HTTP as the notifier needs it: one client with its own time-outs, proxy and trust. No class of
 * OkHttp is loaded before the first request.
 */
@NullMarked
package dev.mulligan.http;

import org.jspecify.annotations.NullMarked;
