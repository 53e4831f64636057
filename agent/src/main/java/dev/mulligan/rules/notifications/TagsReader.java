package dev.mulligan.rules.notifications;

import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.Tags;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.PlainValues;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.Values;
import java.util.Optional;
import java.util.Set;

/** Reads tags: {@code "a, b"}, {@code [a, b]}, and {@code [[a, b]]} where channels are selected. */
public final class TagsReader {

  private static final String EXPECTED = "words, such as [critical, ops]";

  private final Problems problems;
  private final Values values;

  public TagsReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  public Optional<TagSelection> selection(Field field) {
    Optional<Object> written = written(field);
    try {
      return written.isEmpty() ? Optional.empty() : Optional.of(TagSelection.parse(written.get()));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, field, problems);
      return Optional.empty();
    }
  }

  Optional<Set<String>> ofChannel(Field field) {
    Optional<Object> written = written(field);
    try {
      return written.isEmpty() ? Optional.empty() : Optional.of(Tags.parse(written.get()));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, field, problems);
      return Optional.empty();
    }
  }

  private Optional<Object> written(Field field) {
    Optional<Object> written = PlainValues.of(field.value());
    if (written.isEmpty() && !field.value().isMissing()) {
      values.refuse(field, EXPECTED);
    }
    return written;
  }
}
