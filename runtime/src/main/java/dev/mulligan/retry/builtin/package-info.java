/**
 * The ready-made strategies that rule files extend by name, and what well-known clients and
 * databases throw and return. Names only: no client need be on the class path.
 */
@NullMarked
package dev.mulligan.retry.builtin;

import org.jspecify.annotations.NullMarked;
