package dev.mulligan.rules.notifications;

import dev.mulligan.notify.registry.DeliverySettings;
import dev.mulligan.notify.registry.DeliverySettings.Outbox;
import dev.mulligan.notify.registry.DeliverySettings.StormCap;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.Paths;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.RateParser;
import dev.mulligan.rules.value.SizeParser;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.value.Words;
import dev.mulligan.rules.yaml.Scalar;
import java.io.File;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code group}, {@code storm-cap}, {@code outbox} and {@code shutdown-timeout} of the rule
 * files.
 */
final class DeliverySettingsReader {

  private static final DeliverySettings DEFAULTS = DeliverySettings.DEFAULTS;

  private final Problems problems;
  private final Values values;
  private final Map<String, Field> seen = new HashMap<>();
  private DeliverySettings settings = DEFAULTS;

  DeliverySettingsReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  DeliverySettings settings() {
    return settings;
  }

  void read(Block notifications) {
    Optional<Field> group = only(notifications, "group");
    if (group.isPresent()) {
      Optional<Duration> window = window(group.get());
      settings = settings.withGroupWindow(window);
    }
    Optional<Field> cap = only(notifications, "storm-cap");
    if (cap.isPresent()) {
      settings = settings.withStormCap(cap(cap.get()));
    }
    Optional<Field> outbox = only(notifications, "outbox");
    if (outbox.isPresent()) {
      settings = settings.withOutbox(outbox(outbox.get()));
    }
    Optional<Field> shutdown = only(notifications, "shutdown-timeout");
    if (shutdown.isPresent()) {
      settings = shutdownTimeout(shutdown.get());
    }
  }

  /** Reads a key that only one of the files may set. */
  private Optional<Field> only(Block notifications, String key) {
    Optional<Field> field = notifications.fullField(key);
    if (field.isPresent()) {
      @Nullable Field before = seen.put(key, field.get());
      if (before != null) {
        problems.error(
            field.get().keyPlace(), "'" + key + "' is set already, at " + before.keyPlace());
      }
    }
    return field;
  }

  private Optional<Duration> window(Field group) {
    if (Words.isOff(group.value())) {
      return Optional.empty();
    }
    if (group.value() instanceof Scalar) {
      values.refuse(group, "off, or a map such as {window: 5m}");
      return DEFAULTS.groupWindow();
    }
    Optional<Block> block = Block.of(group.value(), Keys.GROUP, "'notifications.group'", problems);
    Optional<Field> field = block.isEmpty() ? Optional.empty() : block.get().field("window");
    Optional<Duration> window = field.isEmpty() ? Optional.empty() : values.duration(field.get());
    if (window.isEmpty()) {
      return DEFAULTS.groupWindow();
    }
    try {
      return DEFAULTS.withGroupWindow(window).groupWindow();
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, field.get(), problems);
      return DEFAULTS.groupWindow();
    }
  }

  private DeliverySettings shutdownTimeout(Field field) {
    Optional<Duration> timeout = values.duration(field);
    try {
      return timeout.isEmpty() ? settings : settings.withShutdownTimeout(timeout.get());
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, field, problems);
      return settings;
    }
  }

  private Optional<StormCap> cap(Field field) {
    if (Words.isOff(field.value())) {
      return Optional.empty();
    }
    Optional<Scalar> scalar = values.scalar(field, "off, or " + RateParser.FORMS);
    if (scalar.isEmpty()) {
      return DEFAULTS.stormCap();
    }
    Optional<RateParser.Rate> rate = RateParser.parse(scalar.get().text());
    if (rate.isEmpty() || rate.get().number() != Math.rint(rate.get().number())) {
      values.refuse(field, "off, or " + RateParser.FORMS, meant(scalar.get(), rate.isPresent()));
      return DEFAULTS.stormCap();
    }
    try {
      int messages = (int) Math.min(Integer.MAX_VALUE, rate.get().number());
      return Optional.of(new StormCap(messages, rate.get().period()));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, field, problems);
      return DEFAULTS.stormCap();
    }
  }

  private static Optional<String> meant(Scalar scalar, boolean isRate) {
    return isRate || scalar.isSecret() ? Optional.empty() : RateParser.meant(scalar.text());
  }

  private Optional<Outbox> outbox(Field outbox) {
    Optional<Block> block =
        Block.of(outbox.value(), Keys.OUTBOX, "'notifications.outbox'", problems);
    if (block.isEmpty()) {
      return Optional.empty();
    }
    Optional<Field> dir = block.get().field("dir");
    if (dir.isEmpty()) {
      problems.error(
          block.get().place(), "'outbox' needs a dir, such as {dir: /var/lib/app/mulligan}");
      return Optional.empty();
    }
    Optional<Scalar> folder = values.scalar(dir.get(), "a folder");
    long size = maxSize(block.get());
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    File file = Paths.relativeTo(folder.get().place(), folder.get().text());
    try {
      return Optional.of(new Outbox(file, size));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, block.get(), problems);
      return Optional.empty();
    }
  }

  private long maxSize(Block block) {
    Optional<Field> field = block.field("max-size");
    Optional<Scalar> scalar =
        field.isEmpty() ? Optional.empty() : values.scalar(field.get(), SizeParser.FORMS);
    if (scalar.isEmpty()) {
      return Outbox.DEFAULT_SIZE;
    }
    Optional<Long> size = SizeParser.bytes(scalar.get().text());
    if (size.isEmpty()) {
      values.refuse(field.get(), SizeParser.FORMS);
    }
    return size.orElse(Outbox.DEFAULT_SIZE);
  }
}
