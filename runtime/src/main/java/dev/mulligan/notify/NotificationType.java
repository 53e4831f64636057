package dev.mulligan.notify;

/** What a notification is about; decides its title, severity and colour. */
public enum NotificationType {
  CRITICAL,
  TASK_FAILURE,
  WEBHOOK_FAILURE,
  SECURITY,
  PERFORMANCE,
  SUCCESS
}
