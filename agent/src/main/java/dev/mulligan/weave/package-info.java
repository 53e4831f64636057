/**
 * Applies rules to a running JVM, changes them and removes them: it decides which classes are
 * rewritten and in which order, and records refusals. It uses the sub-packages, matching, rules and
 * the engine; the agent uses only this package.
 */
@NullMarked
package dev.mulligan.weave;

import org.jspecify.annotations.NullMarked;
