package dev.mulligan.retry.strategy;

import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.retry.task.TaskSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What to notify when a call's attempts are used up.
 *
 * @param severity replaces the type's default
 * @param context entries of the rule file, passed on unchanged and in their order
 * @param task how to identify the failed task; empty for the method and the call's id
 */
public record OnFailure(
    boolean notifies,
    NotificationType type,
    Optional<NotificationSeverity> severity,
    TagSelection tags,
    Map<String, String> context,
    Optional<TaskSource> task) {

  public OnFailure {
    context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
  }

  /** Creates an action without a task: the method's name identifies the failure. */
  public OnFailure(
      boolean notifies,
      NotificationType type,
      Optional<NotificationSeverity> severity,
      TagSelection tags,
      Map<String, String> context) {
    this(notifies, type, severity, tags, context, Optional.empty());
  }
}
