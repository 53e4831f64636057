package dev.mulligan.rules.read;

import dev.mulligan.guard.settings.Fallback;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.rules.Mode;
import dev.mulligan.rules.Rule;
import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.strategy.StrategyCatalog;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.RuleDocument.Origin;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.yaml.Mapping;
import dev.mulligan.rules.yaml.Mapping.Entry;
import dev.mulligan.rules.yaml.Node;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.rules.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code rules} of all files and packs. */
public final class RuleReader {

  static final String HOLD = "hold";
  public static final List<String> SYNCHRONIZED = List.of(HOLD, "refuse");
  static final String ALLOWED = "allowed";
  static final List<String> REPLAY = List.of(ALLOWED, "refuse");
  private static final String OUTSIDE = "outside";
  private static final List<String> TRANSACTION = List.of("any", OUTSIDE);

  private static final int MOST_RULES = 5_000;
  private static final int LONGEST_NAME = 100;

  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Place> names = new HashMap<>();
  private final Set<String> namesInFiles = new HashSet<>();
  private final StrategyCatalog strategies;
  private final PatternReader patterns;
  private final StormReader storm;
  private final GuardsReader guards;
  private final Values values;
  private final Problems problems;

  RuleReader(StrategyCatalog strategies, StormReader storm, Problems problems) {
    this.strategies = strategies;
    this.storm = storm;
    this.patterns = new PatternReader(problems);
    this.guards = new GuardsReader(problems);
    this.values = new Values(problems);
    this.problems = problems;
  }

  List<Rule> rules() {
    return rules;
  }

  /**
   * Collects the names of the rules in the user's files; call it for all of them before reading a
   * pack.
   */
  void collectNames(Field field) {
    if (field.value() instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        namesInFiles.add(shownName(item));
      }
    }
  }

  /** Reads rules; skips a pack's rule if a file of the user has a rule of the same name. */
  void read(Field field, Origin origin) {
    if (!(field.value() instanceof Sequence sequence)) {
      values.refuse(field, "a list: each rule begins with '- name:'");
      return;
    }
    for (Node item : sequence.items()) {
      if (names.size() >= MOST_RULES) {
        problems.error(item.place(), "more than " + MOST_RULES + " rules");
        return;
      }
      if (origin == Origin.FILE || !namesInFiles.contains(shownName(item))) {
        readRule(item);
      }
    }
  }

  private void readRule(Node item) {
    String shown = shownName(item);
    String owner = shown.isEmpty() ? "a rule" : "rule '" + shown + "'";
    Optional<Block> block = Block.of(item, Keys.RULE, owner, problems);
    if (block.isEmpty()) {
      return;
    }
    String name = name(block.get(), owner);
    List<MethodPattern> match = match(block.get(), owner);
    List<MethodPattern> exclude = exclude(block.get());
    Strategy strategy = strategy(block.get(), name);
    Mode mode = mode(block.get());
    boolean holdsMonitor = holdsMonitor(block.get());
    boolean allowsReplay = allowsReplay(block.get());
    storm.readRule(name, block.get());
    GuardSettings around = guards.read(block.get());
    rules.add(
        new Rule(
            name,
            match,
            exclude,
            strategy,
            mode,
            holdsMonitor,
            allowsReplay,
            isOutsideTransaction(block.get(), around),
            awaits(block.get(), around),
            around,
            item.place()));
  }

  private static String shownName(Node item) {
    if (item instanceof Mapping mapping) {
      Entry entry = mapping.entries().get("name");
      if (entry != null && entry.value() instanceof Scalar scalar) {
        return scalar.shown();
      }
    }
    return "";
  }

  private String name(Block block, String owner) {
    Optional<Field> field = block.field("name");
    if (field.isEmpty()) {
      problems.error(block.place(), owner + " has no name: write 'name: …', unique in the file");
      return "";
    }
    Optional<Scalar> scalar = values.scalar(field.get(), "a name");
    if (scalar.isEmpty()) {
      return "";
    }
    String name = scalar.get().text();
    if (name.length() > LONGEST_NAME || !isOneLine(name)) {
      values.refuse(field.get(), "one line of at most " + LONGEST_NAME + " characters");
    }
    Place first = names.putIfAbsent(name, scalar.get().place());
    if (first != null) {
      problems.error(scalar.get().place(), owner + " exists already, at " + first);
    }
    return name;
  }

  private static boolean isOneLine(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i))) {
        return false;
      }
    }
    return !name.isBlank();
  }

  private List<MethodPattern> match(Block block, String owner) {
    Optional<Field> field = block.field("match");
    if (field.isEmpty()) {
      problems.error(
          block.place(),
          owner + " matches nothing: write match: \"com.acme.PaymentGateway.charge(..)\"");
      return List.of();
    }
    if (values.list(field.get()).isEmpty()) {
      values.refuse(field.get(), "at least one method pattern");
    }
    return patterns.read(field.get());
  }

  private List<MethodPattern> exclude(Block block) {
    Optional<Field> field = block.field("exclude");
    return field.isEmpty() ? List.of() : patterns.read(field.get());
  }

  private Strategy strategy(Block block, String name) {
    Optional<Field> field = block.field("strategy");
    return field.isEmpty()
        ? strategies.ofRuleWithoutStrategy()
        : strategies.ofRule(field.get(), name);
  }

  private Mode mode(Block block) {
    Optional<Field> field = block.field("mode");
    Optional<String> word =
        field.isEmpty() ? Optional.empty() : values.word(field.get(), Mode.words());
    return word.isEmpty() ? Mode.RETRY : Mode.of(word.get()).orElse(Mode.RETRY);
  }

  private boolean holdsMonitor(Block block) {
    Optional<Field> field = block.field("synchronized");
    return field.isPresent() && values.word(field.get(), SYNCHRONIZED).equals(Optional.of(HOLD));
  }

  private boolean isOutsideTransaction(Block block, GuardSettings around) {
    Optional<Field> field = block.field("transaction");
    boolean outside =
        field.isPresent() && values.word(field.get(), TRANSACTION).equals(Optional.of(OUTSIDE));
    if (outside && !around.isEmpty()) {
      problems.error(
          field.get().place(),
          "'transaction: outside' cannot be combined with a timeout, a fallback, a circuit-breaker, a"
              + " rate-limit or a bulkhead: put these on a rule for a calling method");
    }
    return outside;
  }

  private boolean awaits(Block block, GuardSettings around) {
    Optional<Field> field = block.field("await");
    boolean awaits = field.isEmpty() || values.flag(field.get()).orElse(true);
    if (!awaits && !(around.fallback() instanceof Fallback.None)) {
      problems.error(
          field.get().place(),
          "'await: false' cannot be combined with a fallback, which replaces what a future comes to");
    }
    return awaits;
  }

  private boolean allowsReplay(Block block) {
    Optional<Field> field = block.field("replay");
    return field.isPresent() && values.word(field.get(), REPLAY).equals(Optional.of(ALLOWED));
  }
}
