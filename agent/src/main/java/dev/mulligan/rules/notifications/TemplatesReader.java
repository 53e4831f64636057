package dev.mulligan.rules.notifications;

import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.content.Template;
import dev.mulligan.notify.content.Templates;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.Values;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a channel's {@code templates}: title and body for one type or, under {@code default}, for
 * all others.
 */
final class TemplatesReader {

  private static final String DEFAULT = "default";

  private final Problems problems;
  private final Values values;

  TemplatesReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  Templates read(Field templates) {
    Optional<Block> block = Block.of(templates.value(), Keys.TEMPLATES, "'templates'", problems);
    if (block.isEmpty()) {
      return Templates.NONE;
    }
    Map<NotificationType, Templates.Pair> byType = new EnumMap<>(NotificationType.class);
    for (NotificationType type : NotificationType.values()) {
      Optional<Field> field = block.get().fullField(type.key());
      if (field.isPresent()) {
        byType.put(type, pair(field.get()));
      }
    }
    Optional<Field> usual = block.get().fullField(DEFAULT);
    return new Templates(usual.isPresent() ? pair(usual.get()) : Templates.Pair.NONE, byType);
  }

  private Templates.Pair pair(Field field) {
    Optional<Block> block =
        Block.of(field.value(), Keys.TEMPLATE, "template '" + field.name() + "'", problems);
    return block.isEmpty()
        ? Templates.Pair.NONE
        : new Templates.Pair(template(block.get(), "title"), template(block.get(), "body"));
  }

  private Optional<Template> template(Block block, String key) {
    Optional<Field> field = block.field(key);
    Optional<String> text =
        field.isEmpty() ? Optional.empty() : values.text(field.get(), "a text with {placeholders}");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Template.parse(text.get()));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, field.get(), problems);
      return Optional.empty();
    }
  }
}
