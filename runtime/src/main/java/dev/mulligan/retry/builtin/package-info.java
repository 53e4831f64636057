/**
 * The built-in strategies that rule files extend by name, and what well-known clients and databases
 * throw and return. Classes are named, not referenced: no client needs to be on the class path.
 */
@NullMarked
package dev.mulligan.retry.builtin;

import org.jspecify.annotations.NullMarked;
