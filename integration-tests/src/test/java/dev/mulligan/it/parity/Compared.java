package dev.mulligan.it.parity;

import java.util.List;
import java.util.Optional;

/**
 * A channel URL for both products.
 *
 * @param url the URL of this product
 * @param appriseUrl the URL of Apprise 1.2.0, if it differs
 * @param sends what both send, in a few words
 * @param differences the differences of this channel, in addition to those of every channel
 */
record Compared(
    String name,
    String url,
    Optional<String> appriseUrl,
    String sends,
    List<Difference> differences) {

  /** For the names of tests. */
  @Override
  public String toString() {
    return name;
  }
}
