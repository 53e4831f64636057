package dev.mulligan.notify.channel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.mulligan.notify.CallReport;
import java.util.Map;

/** Converts parts of a notification to JSON, with the names of docs/notifications.md. */
public final class NotificationJson {

  private NotificationJson() {}

  public static JsonObject object(Map<String, String> entries) {
    JsonObject json = new JsonObject();
    entries.forEach(json::addProperty);
    return json;
  }

  /** Returns the recorded attempts, in order. */
  public static JsonArray history(CallReport call) {
    JsonArray history = new JsonArray();
    call.attempts().forEach(attempt -> history.add(toJson(attempt)));
    return history;
  }

  private static JsonObject toJson(CallReport.Attempt attempt) {
    JsonObject json = new JsonObject();
    json.addProperty("attempt", attempt.number());
    json.addProperty("failure", attempt.failure());
    attempt.duration().ifPresent(took -> json.addProperty("duration_ms", took.toMillis()));
    attempt.delay().ifPresent(delay -> json.addProperty("delay_ms", delay.toMillis()));
    return json;
  }
}
