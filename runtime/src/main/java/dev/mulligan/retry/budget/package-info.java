/**
 * Retry budgets, which limit retries relative to successful calls. Lock-free token buckets that
 * know nothing of calls.
 */
@NullMarked
package dev.mulligan.retry.budget;

import org.jspecify.annotations.NullMarked;
