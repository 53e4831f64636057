package dev.mulligan.rules.read;

import dev.mulligan.guard.settings.Fallback;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.strategy.LiteralReader;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.Values;
import java.util.Optional;

/** Reads a rule's {@code fallback} block. Matching checks later whether it fits a method. */
final class FallbackReader {

  private static final Fallback NONE = new Fallback.None();

  private final Problems problems;
  private final Values values;
  private final LiteralReader literals;

  FallbackReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
    this.literals = new LiteralReader(problems);
  }

  Fallback read(Block rule) {
    int errorsBefore = problems.errorCount();
    Optional<Field> field = rule.field("fallback");
    Optional<Block> block =
        field.isEmpty()
            ? Optional.empty()
            : Block.of(field.get().value(), Keys.FALLBACK, "'fallback'", problems);
    if (block.isEmpty() || problems.errorCount() > errorsBefore) {
      return NONE;
    }
    Optional<Field> value = block.get().field("value");
    Optional<Field> method = block.get().field("method");
    if (value.isPresent() == method.isPresent()) {
      problems.error(
          block.get().place(), "'fallback' takes one of value and method, such as {value: null}");
      return NONE;
    }
    return method.isPresent() ? method(method.get()) : value(value.get());
  }

  private Fallback method(Field field) {
    String expected = "the name of a method of the same class, without parameters";
    Optional<String> name = values.text(field, expected);
    if (name.isPresent() && !isName(name.get())) {
      values.refuse(field, expected);
      return NONE;
    }
    return name.isEmpty() ? NONE : new Fallback.Method(name.get());
  }

  private Fallback value(Field field) {
    Optional<ValueTest> literal = literals.read(field);
    return literal.isPresent() && literal.get() instanceof ValueTest.Is is
        ? new Fallback.Value(is.literal())
        : NONE;
  }

  /** Whether the JVM takes the name (JVMS 4.2.2); Kotlin's may contain spaces and more. */
  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (".;[/<>()".indexOf(name.charAt(i)) >= 0) {
        return false;
      }
    }
    return !name.isBlank();
  }
}
