package dev.mulligan.notify.channel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;

/**
 * Adds objects and arrays to JSON objects.
 *
 * <p>A class of its own, because the channels are created before the application has started: to
 * verify a class that passes a JsonArray as a JsonElement the JVM loads both.
 */
public final class JsonFields {

  private JsonFields() {}

  public static void put(JsonObject body, String name, JsonObject value) {
    body.add(name, value);
  }

  /** Adds nothing if there are no texts. */
  public static void putTexts(JsonObject body, String name, Collection<String> texts) {
    JsonArray all = new JsonArray();
    texts.forEach(all::add);
    putUnlessEmpty(body, name, all);
  }

  /** Adds nothing if there are no objects. */
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
