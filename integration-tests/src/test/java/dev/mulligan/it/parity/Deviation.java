package dev.mulligan.it.parity;

import dev.mulligan.it.parity.Difference.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A field that is not the same in both products' requests.
 *
 * @param values both values, for a person
 */
record Deviation(String field, Side side, String values) {

  static List<Deviation> between(Fields ours, Fields theirs) {
    SortedSet<String> names = new TreeSet<>(ours.values().keySet());
    names.addAll(theirs.values().keySet());
    List<Deviation> deviations = new ArrayList<>();
    for (String name : names) {
      String our = ours.values().get(name);
      String their = theirs.values().get(name);
      if (their == null) {
        deviations.add(new Deviation(name, Side.OURS, "ours: " + our));
      } else if (our == null) {
        deviations.add(new Deviation(name, Side.APPRISE, "Apprise's: " + their));
      } else if (!our.equals(their)) {
        String values = "ours: " + our + "\n    Apprise's: " + their;
        deviations.add(new Deviation(name, Side.BOTH, values));
      }
    }
    return deviations;
  }

  @Override
  public String toString() {
    return field + " (" + side + ")\n    " + values;
  }
}
