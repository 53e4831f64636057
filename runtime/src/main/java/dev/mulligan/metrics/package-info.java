/** Figures for Prometheus, read when they are asked for: they cost a call nothing. */
@NullMarked
package dev.mulligan.metrics;

import org.jspecify.annotations.NullMarked;
