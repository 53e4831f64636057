/**
 * The notifier's HTTP client, with its own time-outs, proxy and trusted certificates. No class of
 * OkHttp is loaded before the first request.
 */
@NullMarked
package dev.mulligan.http;

import org.jspecify.annotations.NullMarked;
