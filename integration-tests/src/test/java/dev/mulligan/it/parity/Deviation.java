package dev.mulligan.it.parity;

import dev.mulligan.it.parity.Difference.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A field that is not the same in both products' requests.
 *
 * @param ours empty when only Apprise sends it
 * @param theirs empty when only this product sends it
 */
record Deviation(String field, Side side, String ours, String theirs) {

  static List<Deviation> between(Fields ours, Fields theirs) {
    SortedSet<String> names = new TreeSet<>(ours.values().keySet());
    names.addAll(theirs.values().keySet());
    List<Deviation> deviations = new ArrayList<>();
    for (String name : names) {
      String our = ours.values().getOrDefault(name, "");
      String their = theirs.values().getOrDefault(name, "");
      if (!ours.values().containsKey(name)) {
        deviations.add(new Deviation(name, Side.APPRISE, our, their));
      } else if (!theirs.values().containsKey(name)) {
        deviations.add(new Deviation(name, Side.OURS, our, their));
      } else if (!our.equals(their)) {
        deviations.add(new Deviation(name, Side.BOTH, our, their));
      }
    }
    return deviations;
  }

  @Override
  public String toString() {
    return "%s (%s)%n    ours:      %s%n    Apprise's: %s".formatted(field, side, ours, theirs);
  }
}
