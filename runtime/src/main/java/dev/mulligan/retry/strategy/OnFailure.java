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
 * What is notified when a call's attempts are used up.
 *
 * @param severity instead of the type's own
 * @param context the rule file's own words, passed on unchanged and in their order
 * @param task what to call the task that failed; empty: the method and the call's id
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

  /** Of a method that is known by its own name. */
  public OnFailure(
      boolean notifies,
      NotificationType type,
      Optional<NotificationSeverity> severity,
      TagSelection tags,
      Map<String, String> context) {
    this(notifies, type, severity, tags, context, Optional.empty());
  }
}
