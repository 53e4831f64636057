/** Stands for the JDK's package {@code jdk.internal.perf} at compile time. Uses nothing. */
@NullMarked
package dev.mulligan.agent.perf;

import org.jspecify.annotations.NullMarked;
