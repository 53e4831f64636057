package work;

import java.util.concurrent.Callable;

/** A job that is called. */
final class CountJob implements Callable<Integer> {
  @Override
  public Integer call() {
    return 1;
  }
}
