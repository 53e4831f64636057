package dev.mulligan.rules.strategy;

import dev.mulligan.retry.builtin.BuiltInStrategies;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.RuleDocument.Origin;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.yaml.Mapping;
import dev.mulligan.rules.yaml.Mapping.Entry;
import dev.mulligan.rules.yaml.Node;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.text.NearestName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The strategies of a rule file and its includes, by name; reads each once, with its parents. */
public final class StrategyCatalog {

  /** The strategy of a rule that names none; the rule file may define it. */
  static final String DEFAULT = "default";

  private static final int LONGEST_CHAIN = 32;

  private final Map<String, Entry> definitions = new LinkedHashMap<>();
  private final Map<String, Entry> packDefinitions = new LinkedHashMap<>();
  private final IdentityHashMap<Entry, Strategy> resolved = new IdentityHashMap<>();
  private final Deque<Entry> chain = new ArrayDeque<>();
  private final StrategyReader reader;
  private final Values values;
  private final Problems problems;

  public StrategyCatalog(ClassNameReader classNames, Problems problems) {
    this.reader = new StrategyReader(classNames, problems);
    this.values = new Values(problems);
    this.problems = problems;
  }

  /** Adds the {@code strategies} block of one file or pack. */
  public void define(Field strategies, Origin origin) {
    if (!(strategies.value() instanceof Mapping mapping)) {
      values.refuse(strategies, "a map from names to strategies");
      return;
    }
    for (Entry entry : mapping.entries().values()) {
      if (origin == Origin.PACK) {
        packDefinitions.put(entry.key().text(), entry);
      } else {
        define(entry);
      }
    }
  }

  private void define(Entry entry) {
    Scalar name = entry.key();
    if (name.isSecret()) {
      problems.error(name.place(), "a strategy's name cannot come from a placeholder");
      return;
    }
    if (BuiltInStrategies.names().contains(name.text())) {
      problems.error(
          name.place(),
          "'"
              + name.shown()
              + "' is a built-in strategy: give yours another name and write 'extends: "
              + name.shown()
              + "'");
      return;
    }
    Entry first = definitions.putIfAbsent(name.text(), entry);
    if (first != null) {
      problems.error(
          name.place(),
          "strategy '" + name.shown() + "' exists already, in " + first.key().place());
    }
  }

  /** All defined strategies, by name. */
  public Map<String, Strategy> resolveAll() {
    Map<String, Strategy> all = new LinkedHashMap<>();
    for (Entry definition : definitions.values()) {
      all.put(definition.key().text(), resolve(definition));
    }
    for (Entry definition : packDefinitions.values()) {
      all.putIfAbsent(definition.key().text(), resolve(definition));
    }
    return all;
  }

  /**
   * Finds a definition: the user's before a pack's of the same name, which the user's may extend.
   */
  private Optional<Entry> definition(String name) {
    Entry own = definitions.get(name);
    Entry ofPack = packDefinitions.get(name);
    return own == null || (ofPack != null && chain.contains(own))
        ? Optional.ofNullable(ofPack)
        : Optional.of(own);
  }

  /** The strategy of a rule, given as a name or as a map. */
  public Strategy ofRule(Field strategy, String rule) {
    if (strategy.value() instanceof Mapping) {
      return read(strategy.value(), "the strategy of rule '" + rule + "'", rule);
    }
    Optional<Scalar> name = values.scalar(strategy, "a name, or a map such as {extends: api-call}");
    return name.isEmpty() ? BuiltInStrategies.defaults(rule) : named(name.get());
  }

  public Strategy ofRuleWithoutStrategy() {
    Optional<Entry> definition = definition(DEFAULT);
    return definition.isPresent() ? resolve(definition.get()) : BuiltInStrategies.defaults(DEFAULT);
  }

  private Strategy named(Scalar name) {
    String text = name.text();
    Optional<Strategy> builtIn = BuiltInStrategies.named(text);
    if (builtIn.isPresent()) {
      return builtIn.get();
    }
    Optional<Entry> definition = definition(text);
    if (definition.isPresent()) {
      return resolve(definition.get());
    }
    if (!text.equals(DEFAULT)) {
      reportUnknown(name);
    }
    return BuiltInStrategies.defaults(DEFAULT);
  }

  private void reportUnknown(Scalar name) {
    List<String> known = new ArrayList<>(definitions.keySet());
    known.addAll(packDefinitions.keySet());
    known.addAll(BuiltInStrategies.names());
    Optional<String> nearest = NearestName.of(name.text(), known);
    problems.error(
        name.place(),
        "unknown strategy "
            + name.kind()
            + (nearest.isPresent() ? "" : "; known are " + String.join(", ", known)),
        nearest);
  }

  private Strategy resolve(Entry definition) {
    String name = definition.key().text();
    Strategy known = resolved.get(definition);
    if (known != null) {
      return known;
    }
    chain.addLast(definition);
    Strategy strategy =
        read(definition.value(), "strategy '" + definition.key().shown() + "'", name);
    chain.removeLast();
    resolved.put(definition, strategy);
    return strategy;
  }

  private Strategy read(Node value, String owner, String name) {
    Optional<Block> block = Block.of(value, Keys.STRATEGY, owner, problems);
    if (block.isEmpty()) {
      return BuiltInStrategies.defaults(name);
    }
    return reader.read(block.get(), name, parent(block.get(), name));
  }

  private Strategy parent(Block block, String name) {
    Optional<Field> field = block.field("extends");
    Optional<Scalar> parent =
        field.isEmpty() ? Optional.empty() : values.scalar(field.get(), "a strategy's name");
    return parent.isEmpty() || isCyclic(parent.get())
        ? BuiltInStrategies.defaults(name)
        : named(parent.get());
  }

  private boolean isCyclic(Scalar parent) {
    Place place = parent.place();
    Optional<Entry> definition = definition(parent.text());
    if (definition.isPresent() && chain.contains(definition.get())) {
      problems.error(
          place, "strategies extend each other in a circle: " + chainNames() + parent.text());
      return true;
    }
    if (chain.size() > LONGEST_CHAIN) {
      problems.error(place, "more than " + LONGEST_CHAIN + " strategies extend each other");
      return true;
    }
    return false;
  }

  private String chainNames() {
    StringBuilder names = new StringBuilder();
    for (Entry entry : chain) {
      names.append(entry.key().text()).append(" -> ");
    }
    return names.toString();
  }
}
