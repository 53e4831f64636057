/**
 * Signed webhooks (Standard Webhooks): sending them with retries and verifying them. Part of the
 * library's API.
 */
@NullMarked
package dev.mulligan.webhook;

import org.jspecify.annotations.NullMarked;
