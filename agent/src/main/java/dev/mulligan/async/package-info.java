/**
 * Calls of asynchronous methods: their kinds, and how to repeat one. Each sub-package retries one
 * kind. The agent finds the application's libraries by name and calls them by method handles.
 */
@NullMarked
package dev.mulligan.async;

import org.jspecify.annotations.NullMarked;
