package dev.mulligan.rules.value;

import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.yaml.Mapping;
import dev.mulligan.rules.yaml.Mapping.Entry;
import dev.mulligan.rules.yaml.Node;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A map of the rule file with a fixed set of keys. */
public final class Block {

  private final Mapping mapping;
  private final KeyTable table;

  private Block(Mapping mapping, KeyTable table) {
    this.mapping = mapping;
    this.table = table;
  }

  /**
   * Reads a block and reports every unknown key.
   *
   * @param owner names the block in messages, such as {@code strategy 'card-payments'}
   * @return empty if the node is not a map, which is reported
   */
  public static Optional<Block> of(Node node, KeyTable table, String owner, Problems problems) {
    if (!(node instanceof Mapping mapping)) {
      if (!node.isMissing()) {
        problems.error(
            node.place(),
            owner
                + " must be a map with keys such as "
                + String.join(", ", table.keys())
                + ", not "
                + node.kind());
      }
      return Optional.empty();
    }
    for (Entry entry : mapping.entries().values()) {
      if (!table.knows(entry.key().text())) {
        reportUnknown(entry.key(), table, owner, problems);
      }
    }
    return Optional.of(new Block(mapping, table));
  }

  private static void reportUnknown(Scalar key, KeyTable table, String owner, Problems problems) {
    String unknown = "unknown key '" + key.shown() + "' in " + owner;
    Optional<String> nearest = NearestName.of(key.text(), table.keys());
    if (nearest.isPresent()) {
      problems.error(key.place(), unknown, nearest);
      return;
    }
    Optional<String> home = ownerOf(key.text());
    problems.error(
        key.place(),
        home.isPresent()
            ? unknown + ": it belongs to " + home.get()
            : unknown + "; known are " + String.join(", ", table.keys()));
  }

  private static Optional<String> ownerOf(String key) {
    for (KeyTable other : Keys.ALL) {
      if (other.knows(key)) {
        return Optional.of(other.name());
      }
    }
    return Optional.empty();
  }

  public Place place() {
    return mapping.place();
  }

  public Optional<Field> field(String key) {
    assert table.knows(key) : key + " is missing from the keys of " + table.name();
    Entry entry = mapping.entries().get(key);
    return entry == null
        ? Optional.empty()
        : Optional.of(new Field(key, entry.key().place(), entry.value()));
  }

  /** Like {@link #field}, but treats a key without a value as missing. */
  public Optional<Field> fullField(String key) {
    Optional<Field> field = field(key);
    return field.isPresent() && field.get().isEmpty() ? Optional.empty() : field;
  }

  /** The fields that are present, in the order of the key table. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (String key : table.keys()) {
      Optional<Field> field = field(key);
      if (field.isPresent()) {
        fields.add(field.get());
      }
    }
    return fields;
  }
}
