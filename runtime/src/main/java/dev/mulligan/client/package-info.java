/**
 * An HTTP client on top of OkHttp that retries what may be repeated and honours {@code
 * Retry-After}. Part of the library's API; uses the retries of {@code dev.mulligan} only.
 */
@NullMarked
package dev.mulligan.client;

import org.jspecify.annotations.NullMarked;
