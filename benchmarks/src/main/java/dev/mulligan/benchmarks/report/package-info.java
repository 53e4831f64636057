/** Figures with their spread, the targets they are held against, tables and JSON. */
@NullMarked
package dev.mulligan.benchmarks.report;

import org.jspecify.annotations.NullMarked;
