package dev.mulligan.it.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.it.harness.NotificationReceiver;

/** A notification that the webhook received. */
record Alert(JsonObject body) {

  static Alert next(NotificationReceiver receiver) {
    return new Alert(JsonParser.parseString(receiver.next().body()).getAsJsonObject());
  }

  String text(String name) {
    return body.get(name).getAsString();
  }

  /** What the alert calls the task, in its own fields and in the words for people. */
  Alert namesTask(String name, String id) {
    JsonObject fields = body.getAsJsonObject("fields");
    assertThat(fields.get("task_name").getAsString()).as(body.toString()).isEqualTo(name);
    assertThat(fields.get("task_id").getAsString()).isEqualTo(id);
    assertThat(text("title")).contains(name);
    assertThat(text("message")).contains("Task id: " + id);
    return this;
  }

  /** The task failure of a call that used up its three attempts. */
  Alert isTaskFailureOf(String rule, String method) {
    assertThat(text("alert")).as(body.toString()).isEqualTo("task-failure");
    assertThat(text("rule")).isEqualTo(rule);
    assertThat(text("operation")).contains(method);
    assertThat(body.get("attempts").getAsInt()).isEqualTo(3);
    assertThat(text("end_reason")).isEqualTo("maxRetriesReached");
    return this;
  }
}
