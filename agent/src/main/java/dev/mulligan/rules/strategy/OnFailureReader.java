package dev.mulligan.rules.strategy;

import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.retry.strategy.OnFailure;
import dev.mulligan.retry.task.TaskSource;
import dev.mulligan.rules.notifications.TagsReader;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.value.Words;
import dev.mulligan.rules.yaml.Mapping;
import dev.mulligan.rules.yaml.Mapping.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an {@code on-failure} block; missing keys are inherited. */
public final class OnFailureReader {

  private final Problems problems;
  private final Values values;

  OnFailureReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  OnFailure read(Field onFailure, OnFailure inherited) {
    Optional<Block> block = Block.of(onFailure.value(), Keys.ON_FAILURE, "'on-failure'", problems);
    return block.isEmpty()
        ? inherited
        : new OnFailure(
            notifies(block.get(), inherited.notifies()),
            type(block.get(), inherited.type()),
            severity(block.get(), inherited.severity()),
            tags(block.get(), inherited.tags()),
            context(block.get(), inherited.context()),
            task(block.get(), inherited.task()));
  }

  private boolean notifies(Block block, boolean inherited) {
    Optional<Field> field = block.field("notify");
    return field.isEmpty() ? inherited : values.flag(field.get()).orElse(inherited);
  }

  private NotificationType type(Block block, NotificationType inherited) {
    Optional<Field> field = block.field("type");
    if (field.isEmpty()) {
      return inherited;
    }
    Optional<String> word = values.word(field.get(), types());
    for (NotificationType type : NotificationType.values()) {
      if (word.isPresent() && type.key().equals(word.get())) {
        return type;
      }
    }
    return inherited;
  }

  private Optional<NotificationSeverity> severity(
      Block block, Optional<NotificationSeverity> inherited) {
    Optional<Field> field = block.field("severity");
    if (field.isEmpty()) {
      return inherited;
    }
    Optional<String> word = values.word(field.get(), severities());
    for (NotificationSeverity severity : NotificationSeverity.values()) {
      if (word.isPresent() && severity.key().equals(word.get())) {
        return Optional.of(severity);
      }
    }
    return inherited;
  }

  private static List<String> severities() {
    List<String> severities = new ArrayList<>();
    for (NotificationSeverity severity : NotificationSeverity.values()) {
      severities.add(severity.key());
    }
    return severities;
  }

  /** The keys of the types, without {@code success}, which no failure has. */
  public static List<String> types() {
    List<String> types = new ArrayList<>();
    for (NotificationType type : NotificationType.values()) {
      if (type != NotificationType.SUCCESS) {
        types.add(type.key());
      }
    }
    return types;
  }

  private TagSelection tags(Block block, TagSelection inherited) {
    Optional<Field> field = block.field("tags");
    if (field.isEmpty()) {
      return inherited;
    }
    Optional<TagSelection> tags = new TagsReader(problems).selection(field.get());
    return tags.orElse(inherited);
  }

  private Optional<TaskSource> task(Block block, Optional<TaskSource> inherited) {
    Optional<Field> field = block.field("task");
    if (field.isEmpty()) {
      return inherited;
    }
    return Words.isOff(field.get().value())
        ? Optional.empty()
        : new TaskSourceReader(problems).read(field.get());
  }

  private Map<String, String> context(Block block, Map<String, String> inherited) {
    Optional<Field> field = block.field("context");
    if (field.isEmpty()) {
      return inherited;
    }
    Map<String, String> context = new LinkedHashMap<>();
    if (field.get().value() instanceof Mapping mapping) {
      for (Entry entry : mapping.entries().values()) {
        Field value = new Field(entry.key().shown(), entry.key().place(), entry.value());
        Optional<String> text = values.text(value, "a text");
        if (text.isPresent()) {
          context.put(entry.key().text(), text.get());
        }
      }
    } else {
      values.refuse(field.get(), "a map such as {service: payments}");
    }
    return context;
  }
}
