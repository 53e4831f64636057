package dev.mulligan.retry;

import org.jspecify.annotations.Nullable;

/** Never retries: for when there is no memory or stack left for more. */
final class InertCall implements CallHandling {

  @Override
  public boolean failed(Throwable thrown) {
    return false;
  }

  @Override
  public boolean failed(Throwable thrown, Judgement judgement) {
    return false;
  }

  @Override
  public boolean returned(@Nullable Object result) {
    return false;
  }

  @Override
  public void succeeded() {}
}
