/**
 * Retry budgets: how many retries there may be beside the calls that succeed. Token buckets without
 * locks; knows nothing of calls.
 */
@NullMarked
package dev.mulligan.retry.budget;

import org.jspecify.annotations.NullMarked;
