/** Measures the redaction of texts, from 1 KB to 1 MB. */
@NullMarked
package dev.mulligan.benchmarks.redact;

import org.jspecify.annotations.NullMarked;
