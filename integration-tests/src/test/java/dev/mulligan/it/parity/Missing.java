package dev.mulligan.it.parity;

/** A channel that Apprise 1.2.0 does not have: it sends nothing for the URL. */
record Missing(String name, String url, String why) {

  /** For the names of tests. */
  @Override
  public String toString() {
    return name;
  }
}
