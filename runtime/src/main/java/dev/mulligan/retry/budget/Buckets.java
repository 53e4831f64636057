package dev.mulligan.retry.budget;

import dev.mulligan.retry.strategy.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Maps each rule to its token bucket. A rule with its own budget neither uses the process-wide
 * budget nor is limited by it.
 */
public final class Buckets {

  public static final Buckets NONE = new Buckets(Optional.empty(), Map.of());

  private final Optional<TokenBucket> process;
  private final Map<String, Optional<TokenBucket>> ofRules;

  private Buckets(Optional<TokenBucket> process, Map<String, Optional<TokenBucket>> ofRules) {
    this.process = process;
    this.ofRules = ofRules;
  }

  /** Creates buckets for new settings. A bucket whose settings stay the same keeps its tokens. */
  public static Buckets of(StormProtection protection, Buckets before, long now) {
    Map<String, Optional<TokenBucket>> ofRules = new TreeMap<>();
    for (Map.Entry<String, Optional<RetryBudget>> rule : protection.ofRules().entrySet()) {
      Optional<TokenBucket> known = before.ofRules.getOrDefault(rule.getKey(), Optional.empty());
      ofRules.put(
          rule.getKey(), bucket("rule '" + rule.getKey() + "'", rule.getValue(), known, now));
    }
    return new Buckets(bucket("the process", protection.process(), before.process, now), ofRules);
  }

  private static Optional<TokenBucket> bucket(
      String owner, Optional<RetryBudget> budget, Optional<TokenBucket> known, long now) {
    if (budget.isEmpty()) {
      return Optional.empty();
    }
    return known.isPresent() && known.get().budget().isSameAs(budget.get())
        ? known
        : Optional.of(new TokenBucket(owner, budget.get(), now));
  }

  @Nullable
  public TokenBucket of(Operation operation) {
    return ofRules.getOrDefault(operation.rule(), process).orElse(null);
  }

  /** Returns the process-wide bucket first, then those of the rules by name. */
  public List<TokenBucket> all() {
    List<TokenBucket> all = new ArrayList<>();
    process.ifPresent(all::add);
    ofRules.values().forEach(own -> own.ifPresent(all::add));
    return all;
  }

  public boolean isAnyTouched(long now) {
    if (process.isPresent() && !process.get().isFull(now)) {
      return true;
    }
    for (Optional<TokenBucket> own : ofRules.values()) {
      if (own.isPresent() && !own.get().isFull(now)) {
        return true;
      }
    }
    return false;
  }
}
