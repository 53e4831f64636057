/**
 * Where and how long is measured: the JDKs, the jars, the effort, and JMH's forks taken in turn.
 */
@NullMarked
package dev.mulligan.benchmarks.lab;

import org.jspecify.annotations.NullMarked;
