package dev.mulligan.setting;

import java.util.Optional;
import java.util.function.Function;

/**
 * A value does not fit the setting that it was given for. The message speaks of Java names; who
 * reads the value elsewhere calls the settings as they are called there.
 */
public final class SettingException extends IllegalArgumentException {

  private final Setting setting;
  private final Optional<Setting> other;
  private final String before;
  private final String after;

  private SettingException(Setting setting, String before, Optional<Setting> other, String after) {
    super(message(setting, before, other, after, Setting::javaName));
    this.setting = setting;
    this.before = before;
    this.other = other;
    this.after = after;
  }

  /**
   * @param predicate of the setting: {@code " must be more than 0"}
   */
  static SettingException of(Setting setting, String predicate) {
    return new SettingException(setting, predicate, Optional.empty(), "");
  }

  /** The same with another setting in the middle of the predicate. */
  static SettingException of(Setting setting, String before, Setting other, String after) {
    return new SettingException(setting, before, Optional.of(other), after);
  }

  /** What the value was given for. */
  public Setting setting() {
    return setting;
  }

  /** What it does not go together with. */
  public Optional<Setting> other() {
    return other;
  }

  /** The message in other words. */
  public String message(Function<Setting, String> names) {
    return message(setting, before, other, after, names);
  }

  private static String message(
      Setting setting,
      String before,
      Optional<Setting> other,
      String after,
      Function<Setting, String> names) {
    return names.apply(setting) + before + other.map(names).orElse("") + after;
  }
}
