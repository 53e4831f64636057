package dev.mulligan.notify;

/** The type of a notification; it decides title, severity and colour. */
public enum NotificationType {
  CRITICAL("critical", "Critical alert", NotificationSeverity.FAILURE, Urgency.CRITICAL),
  TASK_FAILURE("task-failure", "Task-failure alert", NotificationSeverity.WARNING, Urgency.ERROR),
  WEBHOOK_FAILURE(
      "webhook-failure", "Webhook-failure alert", NotificationSeverity.WARNING, Urgency.ERROR),
  SECURITY("security", "Security alert", NotificationSeverity.FAILURE, Urgency.CRITICAL),
  PERFORMANCE("performance", "Performance alert", NotificationSeverity.WARNING, Urgency.WARNING),
  SUCCESS("success", "Success notification", NotificationSeverity.SUCCESS, Urgency.INFO);

  private final String key;
  private final String title;
  private final NotificationSeverity severity;
  private final Urgency urgency;

  NotificationType(String key, String title, NotificationSeverity severity, Urgency urgency) {
    this.key = key;
    this.title = title;
    this.severity = severity;
    this.urgency = urgency;
  }

  /** Returns the name in the rule file and in messages to programs. */
  public String key() {
    return key;
  }

  /** Returns the title for people. */
  public String title() {
    return title;
  }

  /** Returns the default severity. */
  public NotificationSeverity severity() {
    return severity;
  }

  /** Returns the default urgency. */
  public Urgency urgency() {
    return urgency;
  }
}
