package dev.mulligan.notify.channel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;

/**
 * Fields of JSON that are more than a text or number.
 *
 * <p>Not in the classes that are made of URLs: to verify that a JsonArray is a JsonElement the JVM
 * loads both, before the application has started.
 */
public final class JsonFields {

  private JsonFields() {}

  public static void put(JsonObject body, String name, JsonObject value) {
    body.add(name, value);
  }

  /** Nothing where there is nothing. */
  public static void putTexts(JsonObject body, String name, Collection<String> texts) {
    JsonArray all = new JsonArray();
    texts.forEach(all::add);
    putUnlessEmpty(body, name, all);
  }

  /** Nothing where there is nothing. */
  public static void putObjects(JsonObject body, String name, Collection<JsonObject> objects) {
    JsonArray all = new JsonArray();
    objects.forEach(all::add);
    putUnlessEmpty(body, name, all);
  }

  private static void putUnlessEmpty(JsonObject body, String name, JsonArray all) {
    if (!all.isEmpty()) {
      body.add(name, all);
    }
  }
}
