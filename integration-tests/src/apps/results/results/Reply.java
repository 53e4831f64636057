package results;

/** What a service answers. */
record Reply(int statusCode, Object retryAfter) {
  public boolean isMoody() {
    throw new UnsupportedOperationException("not today");
  }
}
