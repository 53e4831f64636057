package dev.mulligan.notify.channel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.mulligan.http.HttpAnswer;
import java.time.Duration;
import java.util.Optional;

/** Reads a vendor's JSON response. A response that is not JSON counts as an empty object. */
public final class VendorJson {

  private static final double LONGEST_SECONDS = 86_400;
  private static final double MILLISECONDS = 1_000;

  private final JsonObject json;

  private VendorJson(JsonObject json) {
    this.json = json;
  }

  public static VendorJson of(HttpAnswer answer) {
    try {
      JsonElement parsed = JsonParser.parseString(answer.body());
      return new VendorJson(parsed.isJsonObject() ? parsed.getAsJsonObject() : new JsonObject());
    } catch (JsonParseException e) {
      return new VendorJson(new JsonObject());
    }
  }

  /** Returns a nested object; empty if there is none. */
  public VendorJson inside(String name) {
    JsonElement element = json.get(name);
    boolean isObject = element != null && element.isJsonObject();
    return new VendorJson(isObject ? element.getAsJsonObject() : new JsonObject());
  }

  public Optional<Double> number(String name) {
    JsonElement element = json.get(name);
    if (element == null || !element.isJsonPrimitive()) {
      return Optional.empty();
    }
    try {
      double number = element.getAsDouble();
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  public Optional<String> text(String name) {
    JsonElement element = json.get(name);
    return element != null && element.isJsonPrimitive()
        ? Optional.of(element.getAsString())
        : Optional.empty();
  }

  /** Whether the value is {@code true}; false for any other value, and if there is none. */
  public boolean isTrue(String name) {
    return text(name).filter("true"::equals).isPresent();
  }

  /** Converts seconds with fractions, rounded up to the millisecond; limited to zero to a day. */
  public static Duration seconds(double seconds) {
    double bounded = Math.max(0, Math.min(LONGEST_SECONDS, seconds));
    return Duration.ofMillis((long) Math.ceil(bounded * MILLISECONDS));
  }

  /** Parses seconds as in a header; empty if the text is not a number. */
  public static Optional<Duration> secondsOf(String written) {
    try {
      double seconds = Double.parseDouble(written.strip());
      return Double.isFinite(seconds) ? Optional.of(seconds(seconds)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
