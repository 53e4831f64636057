package dev.mulligan.retry.task;

import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.inspect.NotHeldException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template with placeholders in braces, which are filled from a call: <code>
 *  {argument(1).topic}-{argument(1).partition}</code>.
 *
 * @param source as written
 */
public record TaskText(String source, List<Part> parts) {

  /** A part of the template. */
  public sealed interface Part {}

  /** Literal text. */
  public record Words(String text) implements Part {}

  /**
   * A placeholder.
   *
   * @param path a property's name, or several separated by dots; empty for the value itself
   */
  public record Value(Origin origin, String path) implements Part {}

  /** The object that a placeholder reads from. */
  public sealed interface Origin {}

  /** The object whose method was called. */
  public record Receiver() implements Origin {}

  /**
   * An argument by its position.
   *
   * @param number from 1
   */
  public record Numbered(int number) implements Origin {}

  /**
   * The first argument that is an instance of a class.
   *
   * @param className compared by name, so that the class need not be loaded
   */
  public record OfType(String className) implements Origin {}

  private static final int MOST_PARAMETERS = 255; // JVMS 4.3.3
  private static final String RECEIVER = "this";
  private static final String ARGUMENT = "argument(";

  public TaskText {
    parts = List.copyOf(parts);
  }

  /**
   * Parses a template.
   *
   * @throws IllegalArgumentException with the fault and the correct syntax
   */
  public static TaskText parse(String source) {
    List<Part> parts = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '{' || c == '}') {
        int end = source.indexOf('}', i);
        if (c == '}' || end < 0) {
          throw new IllegalArgumentException(
              "a '" + c + "' without its '" + (c == '{' ? '}' : '{') + "'");
        }
        addWords(words, parts);
        parts.add(value(source.substring(i + 1, end).strip()));
        i = end;
      } else {
        words.append(c);
      }
    }
    addWords(words, parts);
    return new TaskText(source, parts);
  }

  private static void addWords(StringBuilder words, List<Part> parts) {
    if (!words.isEmpty()) {
      parts.add(new Words(words.toString()));
      words.setLength(0);
    }
  }

  private static Value value(String place) {
    int end = 0;
    if (place.startsWith(ARGUMENT)) {
      end = place.indexOf(')') + 1;
    } else if (place.startsWith(RECEIVER)) {
      end = RECEIVER.length();
    }
    String rest = place.substring(end);
    if (end == 0 || !(rest.isEmpty() || rest.startsWith("."))) {
      throw new IllegalArgumentException(
          "{" + place + "} is not a placeholder: write {argument(1).name} or {this.name}");
    }
    String path = rest.isEmpty() ? "" : rest.substring(1);
    if (!rest.isEmpty()) {
      PropertyTest.requireName(path);
    }
    Origin origin =
        place.startsWith(ARGUMENT)
            ? argument(place.substring(ARGUMENT.length(), end - 1).strip())
            : new Receiver();
    return new Value(origin, path);
  }

  private static Origin argument(String which) {
    if (PropertyTest.isName(which)) {
      return new OfType(which);
    }
    int number = number(which);
    if (number < 1 || number > MOST_PARAMETERS) {
      throw new IllegalArgumentException(
          "there is no argument("
              + which
              + "): write its number, from 1 to "
              + MOST_PARAMETERS
              + ", or its class");
    }
    return new Numbered(number);
  }

  /** Returns 0 if the text is not a number. */
  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  boolean readsArguments() {
    for (Part part : parts) {
      if (part instanceof Value value && !(value.origin() instanceof Receiver)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Fills the placeholders; calls the application's getters.
   *
   * @return null if one of the values is null, or the call has no such argument
   * @throws NotHeldException if a value cannot be read
   */
  @Nullable
  public String fill(CalledWith call) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      String text =
          part instanceof Value value ? TaskValues.read(value, call) : ((Words) part).text();
      if (text == null) {
        return null;
      }
      filled.append(text);
    }
    return filled.isEmpty() ? null : filled.toString();
  }
}
