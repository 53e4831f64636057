package results;

/** A result that holds something open. */
public final class Letter implements AutoCloseable {
  private final boolean bad;
  private int closings;

  Letter(boolean bad) {
    this.bad = bad;
  }

  public boolean isBad() {
    return bad;
  }

  int closings() {
    return closings;
  }

  @Override
  public void close() {
    closings++;
  }
}
