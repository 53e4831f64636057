package dev.mulligan.cli.page;

import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.NotificationType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts types and severities of notifications from the rule file's keys. */
public final class KeyedTypes {

  private KeyedTypes() {}

  /** Converts a type, such as {@code task-failure}. */
  public static final class OfNotification implements ITypeConverter<NotificationType> {
    @Override
    public NotificationType convert(String written) {
      return Arrays.stream(NotificationType.values())
          .filter(type -> type.key().equals(written.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () -> unknown(written, Stream.of(NotificationType.values()).map(type -> type.key())));
    }
  }

  /** Converts a severity, such as {@code warning}. */
  public static final class OfSeverity implements ITypeConverter<NotificationSeverity> {
    @Override
    public NotificationSeverity convert(String written) {
      return Arrays.stream(NotificationSeverity.values())
          .filter(severity -> severity.key().equals(written.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  unknown(
                      written,
                      Stream.of(NotificationSeverity.values()).map(severity -> severity.key())));
    }
  }

  private static TypeConversionException unknown(String written, Stream<String> known) {
    return new TypeConversionException(
        "'" + written + "' is not one of " + known.collect(Collectors.joining(", ")));
  }
}
