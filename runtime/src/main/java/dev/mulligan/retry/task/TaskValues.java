package dev.mulligan.retry.task;

import dev.mulligan.retry.inspect.NotHeldException;
import dev.mulligan.retry.inspect.PropertyReader;
import dev.mulligan.retry.inspect.SupertypeNames;
import dev.mulligan.retry.task.TaskText.Numbered;
import dev.mulligan.retry.task.TaskText.OfType;
import dev.mulligan.retry.task.TaskText.Origin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads values of a call for people. Accepts only types whose text is short and cheap to build. */
final class TaskValues {

  private TaskValues() {}

  /**
   * @return null if the value is null, or there is no such argument
   * @throws NotHeldException if it cannot be read, or is of a type that is not shown
   */
  static @Nullable String read(TaskText.Value value, CalledWith call) {
    Object target = target(value.origin(), call);
    Object found =
        target == null || value.path().isEmpty()
            ? target
            : PropertyReader.read(target, value.path());
    return found == null ? null : text(found);
  }

  private static @Nullable Object target(Origin origin, CalledWith call) {
    if (origin instanceof Numbered numbered) {
      return numbered.number() <= call.arguments().length
          ? call.arguments()[numbered.number() - 1]
          : null;
    }
    return origin instanceof OfType type ? ofType(type.className(), call) : call.self();
  }

  private static @Nullable Object ofType(String className, CalledWith call) {
    for (Object argument : call.arguments()) {
      if (argument != null && SupertypeNames.isA(argument.getClass(), className)) {
        return argument;
      }
    }
    return null;
  }

  private static String text(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (isShown(value)) {
      return value.toString();
    }
    throw new NotHeldException(
        value.getClass().getName() + " is not a text, number, date or enum: name a property of it");
  }

  private static boolean isShown(Object value) {
    String name = value.getClass().getName();
    return value instanceof String
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof UUID
        || (value instanceof Number && name.startsWith("java."))
        || name.startsWith("java.time.");
  }
}
