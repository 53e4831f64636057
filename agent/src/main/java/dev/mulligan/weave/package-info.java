/**
 * Puts rules into a running JVM, changes them and takes them out again: which classes are
 * rewritten, in which order, and what was refused. Uses the sub-packages, matching, rules and the
 * engine; the agent uses this package only.
 */
@NullMarked
package dev.mulligan.weave;

import org.jspecify.annotations.NullMarked;
