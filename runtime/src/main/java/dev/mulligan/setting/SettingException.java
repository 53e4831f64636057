package dev.mulligan.setting;

import java.util.Optional;
import java.util.function.Function;

/**
 * Thrown if a value is out of its setting's range. The message uses Java names; other sources of
 * settings, such as a rule file, rename them with {@link #message}.
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
   * @param predicate follows the setting's name: {@code " must be more than 0"}
   */
  static SettingException of(Setting setting, String predicate) {
    return new SettingException(setting, predicate, Optional.empty(), "");
  }

  /** Creates an exception whose predicate contains the name of another setting. */
  static SettingException of(Setting setting, String before, Setting other, String after) {
    return new SettingException(setting, before, Optional.of(other), after);
  }

  /** Returns the setting with the invalid value. */
  public Setting setting() {
    return setting;
  }

  /** Returns the other setting that the value conflicts with. */
  public Optional<Setting> other() {
    return other;
  }

  /** Returns the message with other names for the settings. */
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
