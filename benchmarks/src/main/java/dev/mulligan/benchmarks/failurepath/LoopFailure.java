package dev.mulligan.benchmarks.failurepath;

import com.acme.shop.Warehouse.UnavailableException;

/** A loop written by hand: the unavoidable cost of throwing and catching. */
public class LoopFailure extends FailurePath {

  @Override
  long reserve(int article) {
    int attempt = 1;
    while (true) {
      try {
        return warehouse.reserve(article);
      } catch (UnavailableException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        attempt++;
      }
    }
  }
}
