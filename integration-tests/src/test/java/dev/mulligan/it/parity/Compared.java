package dev.mulligan.it.parity;

import java.util.List;
import java.util.Optional;

/**
 * A channel URL that both products are given.
 *
 * @param url ours
 * @param appriseUrl where Apprise 1.2.0 spells it otherwise
 * @param sends what it is that both send, in a few words
 * @param differences of this channel; those of every channel besides
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
