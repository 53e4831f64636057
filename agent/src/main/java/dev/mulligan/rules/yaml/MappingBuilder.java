package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.yaml.Mapping.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a map; it refuses duplicate keys and resolves merge keys ({@code <<}). */
final class MappingBuilder {

  private static final String MERGE = "<<";

  private final Place place;
  private final Problems problems;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Mapping> merged = new ArrayList<>();

  MappingBuilder(Place place, Problems problems) {
    this.place = place;
    this.problems = problems;
  }

  void add(Node key, Node value) {
    if (!(key instanceof Scalar name)) {
      problems.error(key.place(), "a key must be a word, not " + key.kind());
    } else if (name.text().equals(MERGE) && name.style() == Scalar.Style.PLAIN) {
      merge(value);
    } else if (!name.isMissing()) {
      put(name, value);
    }
  }

  private void put(Scalar key, Node value) {
    Entry first = entries.putIfAbsent(key.text(), new Entry(key, value));
    if (first != null) {
      int line = first.key().place().line();
      problems.error(
          key.place(), "duplicate key '" + key.shown() + "': line " + line + " has it too");
    }
  }

  private void merge(Node value) {
    if (value instanceof Mapping mapping) {
      merged.add(mapping);
    } else if (value instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        mergeOne(item);
      }
    } else {
      mergeOne(value);
    }
  }

  private void mergeOne(Node value) {
    if (value instanceof Mapping mapping) {
      merged.add(mapping);
    } else {
      problems.error(value.place(), "'<<' merges maps, not " + value.kind());
    }
  }

  /** Builds the map. Its own keys take precedence, then the first merged map with the key. */
  Mapping build() {
    for (Mapping mapping : merged) {
      for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
        entries.putIfAbsent(entry.getKey(), entry.getValue());
      }
    }
    return new Mapping(place, entries);
  }
}
