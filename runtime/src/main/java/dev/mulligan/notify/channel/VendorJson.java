package dev.mulligan.notify.channel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.mulligan.http.HttpAnswer;
import java.time.Duration;
import java.util.Optional;

/** What a vendor's answer says, when it is JSON; an answer that is none says nothing. */
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

  /** An object inside this one, empty when there is none. */
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

  /** Whether it says so: {@code false} for anything else, or nothing. */
  public boolean isTrue(String name) {
    return text(name).filter("true"::equals).isPresent();
  }

  /** Seconds with fractions, rounded up to the millisecond; from zero to a day. */
  public static Duration seconds(double seconds) {
    double bounded = Math.max(0, Math.min(LONGEST_SECONDS, seconds));
    return Duration.ofMillis((long) Math.ceil(bounded * MILLISECONDS));
  }

  /** Seconds as a header writes them; nothing when it is no number. */
  public static Optional<Duration> secondsOf(String written) {
    try {
      double seconds = Double.parseDouble(written.strip());
      return Double.isFinite(seconds) ? Optional.of(seconds(seconds)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
