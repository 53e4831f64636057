package dev.mulligan.rules.strategy;

import dev.mulligan.retry.task.TaskSource;
import dev.mulligan.retry.task.TaskText;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a {@code task} block: the sources of a task's name and id. */
final class TaskSourceReader {

  private static final String EXPECTED = "a text such as \"{argument(1).name}\"";

  private final Problems problems;
  private final Values values;

  TaskSourceReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  /**
   * @return empty when there is a mistake, which is reported
   */
  Optional<TaskSource> read(Field field) {
    Optional<Block> block = Block.of(field.value(), Keys.TASK, "'task'", problems);
    if (block.isEmpty()) {
      return Optional.empty();
    }
    if (block.get().fields().isEmpty()) {
      problems.error(
          block.get().place(), "the task has neither a name nor an id: write one of them");
      return Optional.empty();
    }
    return Optional.of(new TaskSource(texts(block.get(), "name"), texts(block.get(), "id")));
  }

  private List<TaskText> texts(Block block, String key) {
    List<TaskText> texts = new ArrayList<>();
    Optional<Field> field = block.field(key);
    if (field.isEmpty()) {
      return texts;
    }
    List<Field> written = values.list(field.get());
    if (written.isEmpty()) {
      values.refuse(field.get(), EXPECTED, Optional.empty());
    }
    for (Field one : written) {
      Optional<String> text = values.text(one, EXPECTED);
      if (text.isPresent()) {
        parse(one, text.get(), texts);
      }
    }
    return texts;
  }

  private void parse(Field field, String text, List<TaskText> texts) {
    try {
      texts.add(TaskText.parse(text));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, field, problems);
    }
  }
}
