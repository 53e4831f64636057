package dev.mulligan.retry.task;

import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.inspect.NotHeldException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with places in braces that are read from a call: <code>
 * {argument(1).topic}-{argument(1).partition}</code>.
 *
 * @param source as written
 */
public record TaskText(String source, List<Part> parts) {

  /** A piece of the text. */
  public sealed interface Part {}

  /** Words that stand as they are. */
  public record Words(String text) implements Part {}

  /**
   * A value of the call.
   *
   * @param path a property's name, with dots for those of properties; empty for the value itself
   */
  public record Value(Origin origin, String path) implements Part {}

  /** Of what a value is read. */
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
   * The first argument that is an object of a class or of one below it.
   *
   * @param className compared by name, so that the class need not be there
   */
  public record OfType(String className) implements Origin {}

  private static final int MOST_PARAMETERS = 255; // JVMS 4.3.3
  private static final String RECEIVER = "this";
  private static final String ARGUMENT = "argument(";

  public TaskText {
    parts = List.copyOf(parts);
  }

  /**
   * @throws IllegalArgumentException with what is wrong and how it is written
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
          "{" + place + "} is no place to read from: write {argument(1).name} or {this.name}");
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

  /** 0 for what is none. */
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
   * Calls the application's getters.
   *
   * @return null where one of the values is null, or the call has no such argument
   * @throws NotHeldException where a value can't be read
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
