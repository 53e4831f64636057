package dev.mulligan.weave.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The types that are never woven, such as generated classes and other agents; see
 * ignored-types.txt.
 */
public final class IgnoredTypes {

  private final List<String> parts = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();

  private IgnoredTypes() {}

  public static IgnoredTypes read() {
    IgnoredTypes ignored = new IgnoredTypes();
    String resource = "dev/mulligan/weave/ignored-types.txt";
    try (InputStream in = IgnoredTypes.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the agent's jar");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ignored.add(line.strip());
      }
    } catch (IOException e) {
      throw new IllegalStateException(resource + " cannot be read from the agent's jar", e);
    }
    return ignored;
  }

  private void add(String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("*")) {
      parts.add(line.substring(1));
    } else {
      prefixes.add(line);
    }
  }

  public boolean contains(String className) {
    return prefixes.stream().anyMatch(className::startsWith)
        || parts.stream().anyMatch(className::contains);
  }
}
