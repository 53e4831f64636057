/**
 * How long a JVM takes to say hello, with nothing, with an empty agent, with ours, with Byteman.
 */
@NullMarked
package dev.mulligan.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
