package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.UnreadableException;
import dev.mulligan.text.NearestName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores anchored nodes and limits the total number of nodes, with every alias expanded: a few
 * lines of nested aliases can expand to billions of nodes.
 */
final class Anchors {

  private static final int MOST_NODES = 100_000;

  /**
   * A node that is being read.
   *
   * @param before the count at its beginning
   */
  record Mark(@Nullable String anchor, int before) {}

  /**
   * @param node empty while it is being read
   */
  private record Anchored(Optional<Node> node, int nodes) {}

  private final Map<String, Anchored> anchored = new HashMap<>();
  private int count;

  Mark begin(@Nullable String anchor, Place place) throws UnreadableException {
    Mark mark = new Mark(anchor, count);
    add(1, place);
    if (anchor != null) {
      anchored.put(anchor, new Anchored(Optional.empty(), 0));
    }
    return mark;
  }

  void end(Mark mark, Node node) {
    if (mark.anchor != null) {
      anchored.put(mark.anchor, new Anchored(Optional.of(node), count - mark.before));
    }
  }

  Node resolve(String name, Place place) throws UnreadableException {
    Anchored found = anchored.get(name);
    if (found == null) {
      throw unknown(name, place);
    }
    if (found.node.isEmpty()) {
      throw new UnreadableException(
          place, "the alias *" + name + " is inside the value that it refers to");
    }
    add(found.nodes, place);
    return found.node.get();
  }

  private UnreadableException unknown(String name, Place place) {
    Optional<String> nearest = NearestName.of(name, anchored.keySet());
    String hint = ": YAML reads a * at the start as an alias; put a pattern in quotes";
    return new UnreadableException(
        place, "unknown alias '" + name + "'" + (nearest.isPresent() ? "" : hint), nearest);
  }

  private void add(int nodes, Place place) throws UnreadableException {
    count += nodes;
    if (count > MOST_NODES) {
      throw new UnreadableException(
          place, "more than " + MOST_NODES + " values, including those that aliases refer to");
    }
  }
}
