/**
 * Benchmarks of a JVM's start with a hello-world: without an agent, with an empty agent, with
 * Mulligan, and with Byteman.
 */
@NullMarked
package dev.mulligan.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
