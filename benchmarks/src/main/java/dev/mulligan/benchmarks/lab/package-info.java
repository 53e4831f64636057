/** The environment of a measurement: JDKs, jars, effort, and JMH's forks, which run in turn. */
@NullMarked
package dev.mulligan.benchmarks.lab;

import org.jspecify.annotations.NullMarked;
