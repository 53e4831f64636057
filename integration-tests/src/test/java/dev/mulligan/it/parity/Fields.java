package dev.mulligan.it.parity;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was sent, as flat names and values: {@code host}, {@code query.wait}, {@code
 * header.authorization}, {@code body.attachments[0].title}.
 */
final class Fields {

  private final SortedMap<String, String> values = new TreeMap<>();

  /** A name that comes again has its values one after the other. */
  Fields put(String name, String value) {
    values.merge(name, value, (first, second) -> first + ", " + second);
    return this;
  }

  /** All of the others', each with the text before its name. */
  Fields putAll(String prefix, Fields others) {
    others.values.forEach((name, value) -> put(prefix + name, value));
    return this;
  }

  Map<String, String> values() {
    return values;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    values.forEach((name, value) -> text.append(name).append(" = ").append(value).append('\n'));
    return text.toString();
  }
}
