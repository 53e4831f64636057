/** Figures with their spread, their targets, tables and JSON. */
@NullMarked
package dev.mulligan.benchmarks.report;

import org.jspecify.annotations.NullMarked;
