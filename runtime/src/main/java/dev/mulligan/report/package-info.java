/**
 * Turns the engine's reports of failed calls into notifications. Engine and notifier do not know
 * each other; the agent and the library both use this package.
 */
@NullMarked
package dev.mulligan.report;

import org.jspecify.annotations.NullMarked;
