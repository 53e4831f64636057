package dev.mulligan.notify;

/** What a notification is about; decides its title, severity and colour. */
public enum NotificationType {
  CRITICAL("critical", "Critical alert", Severity.FAILURE),
  TASK_FAILURE("task-failure", "Task-failure alert", Severity.WARNING),
  WEBHOOK_FAILURE("webhook-failure", "Webhook-failure alert", Severity.WARNING),
  SECURITY("security", "Security alert", Severity.FAILURE),
  PERFORMANCE("performance", "Performance alert", Severity.WARNING),
  SUCCESS("success", "Success notification", Severity.SUCCESS);

  private final String key;
  private final String title;
  private final Severity severity;

  NotificationType(String key, String title, Severity severity) {
    this.key = key;
    this.title = title;
    this.severity = severity;
  }

  /** As written in the rule file and in messages to programs. */
  public String key() {
    return key;
  }

  /** As people read it. */
  public String title() {
    return title;
  }

  public Severity severity() {
    return severity;
  }
}
