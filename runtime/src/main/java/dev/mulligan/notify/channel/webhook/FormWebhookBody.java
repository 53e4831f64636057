package dev.mulligan.notify.channel.webhook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.mulligan.notify.content.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Converts the fields of {@link JsonWebhookBody} to form fields, which are texts: {@code
 * context.service} is a field of a nested object, a list is its JSON. Empty lists are omitted.
 */
final class FormWebhookBody {

  private FormWebhookBody() {}

  static Map<String, String> of(Message message, Map<String, String> fields) {
    Map<String, String> form = new LinkedHashMap<>();
    addAll(form, "", JsonWebhookBody.of(message, fields));
    return form;
  }

  private static void addAll(Map<String, String> form, String prefix, JsonObject json) {
    json.asMap().forEach((name, value) -> add(form, prefix + name, value));
  }

  private static void add(Map<String, String> form, String name, JsonElement value) {
    if (value.isJsonObject()) {
      addAll(form, name + ".", value.getAsJsonObject());
    } else if (value.isJsonPrimitive()) {
      form.put(name, value.getAsString());
    } else if (value.isJsonArray() && !value.getAsJsonArray().isEmpty()) {
      form.put(name, value.toString());
    }
  }
}
