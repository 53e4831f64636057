package dev.mulligan.notify.channel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;

/**
 * Builds a JSON object with a size limit. An entry for which there is no room is omitted and
 * counted.
 */
public final class BoundedJson {

  private static final String LEFT_OUT = "left_out";
  private static final int SEPARATORS = 4;
  private static final int ROOM_FOR_LEFT_OUT = 100;

  private final JsonObject json = new JsonObject();
  private int bytesLeft;
  private int leftOut;

  /**
   * @param bytes in UTF-8, as compact JSON
   */
  public BoundedJson(int bytes) {
    bytesLeft = bytes - ROOM_FOR_LEFT_OUT;
  }

  public BoundedJson add(String name, String value) {
    return add(name, new JsonPrimitive(value));
  }

  /** Adds an entry, unless it exceeds the limit. */
  public BoundedJson add(String name, JsonElement value) {
    int bytes = bytes(new JsonPrimitive(name)) + bytes(value) + SEPARATORS;
    if (bytes > bytesLeft) {
      leftOut++;
    } else {
      bytesLeft -= bytes;
      json.add(name, value);
    }
    return this;
  }

  public JsonObject toJson() {
    if (leftOut > 0) {
      json.addProperty(LEFT_OUT, leftOut + " entries, for which there is no room");
    }
    return json;
  }

  private static int bytes(JsonElement element) {
    return element.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
