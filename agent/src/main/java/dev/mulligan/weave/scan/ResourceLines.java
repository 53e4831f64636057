package dev.mulligan.weave.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a resource, without comments and empty lines. */
final class ResourceLines {

  private ResourceLines() {}

  /**
   * @throws IllegalStateException when it cannot be read from the agent's jar
   */
  static List<String> of(String resource) {
    List<String> found = new ArrayList<>();
    try (InputStream in = ResourceLines.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the agent's jar");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String text = line.strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          found.add(text);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(resource + " cannot be read from the agent's jar", e);
    }
    return found;
  }
}
