package dev.mulligan.metrics;

import java.util.Locale;

/**
 * What matters of a request's head.
 *
 * @param method empty if the request line is malformed
 * @param path without the query
 * @param host the {@code Host} field; empty if there is none
 * @param accept the {@code Accept} field; empty if there is none
 */
record RequestHead(String method, String path, String host, String accept) {

  /**
   * @param text lines with CRLF between them
   */
  static RequestHead parse(String text) {
    String[] lines = text.split("\r\n", -1);
    String[] words = lines[0].split(" ", -1);
    String method = words.length == 3 && words[2].startsWith("HTTP/1.") ? words[0] : "";
    String target = method.isEmpty() ? "" : words[1];
    int query = target.indexOf('?');
    return new RequestHead(
        method,
        query < 0 ? target : target.substring(0, query),
        field(lines, "host"),
        field(lines, "accept"));
  }

  private static String field(String[] lines, String name) {
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0 && lines[i].substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
        return lines[i].substring(colon + 1).strip();
      }
    }
    return "";
  }
}
