/**
 * The table of channel schemes as plain data: names, secret parts of a URL, vendors' URLs. The URL
 * parser and the redaction both read it; it is loaded before the application starts.
 */
@NullMarked
package dev.mulligan.scheme;

import org.jspecify.annotations.NullMarked;
