package dev.mulligan.benchmarks.happypath;

/** The plain call: bare, or woven when the JVM runs with the agent. */
public class DirectBreaker extends BreakerPath {

  @Override
  long price(int article) {
    return prices.price(article);
  }
}
