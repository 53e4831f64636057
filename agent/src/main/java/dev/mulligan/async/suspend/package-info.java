/**
 * Kotlin's {@code suspend} functions: the function gets a continuation of the agent, which resumes
 * the caller when the retrying has ended. Uses {@code async} and the guards of the runtime.
 */
@NullMarked
package dev.mulligan.async.suspend;

import org.jspecify.annotations.NullMarked;
