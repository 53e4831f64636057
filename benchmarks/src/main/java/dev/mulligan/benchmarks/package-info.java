/** What the agent costs, beside its peers: one command, three suites, one report. */
@NullMarked
package dev.mulligan.benchmarks;

import org.jspecify.annotations.NullMarked;
