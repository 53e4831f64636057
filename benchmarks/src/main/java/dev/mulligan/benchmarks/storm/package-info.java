/** Many threads whose service is dead: how often it is asked, with and without a retry budget. */
@NullMarked
package dev.mulligan.benchmarks.storm;

import org.jspecify.annotations.NullMarked;
