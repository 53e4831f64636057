package dev.mulligan.benchmarks.happypath;

import com.acme.shop.Stock.Reply;
import org.jspecify.annotations.Nullable;

/** The plain call: bare, or woven when the JVM runs with the agent. */
public class DirectAsk extends ResultPath {

  @Override
  @Nullable Reply ask(int article) {
    return stock.ask(article);
  }
}
