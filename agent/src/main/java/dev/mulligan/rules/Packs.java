package dev.mulligan.rules;

import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.SourceText;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rule files that come with the agent: rules for libraries that many applications use. */
public final class Packs {

  /** What {@code include} writes before a pack's name. */
  public static final String PREFIX = "pack:";

  /** Each is a file of its own name. */
  public static final List<String> NAMES =
      List.of(
          "executors",
          "http-clients",
          "jdbc",
          "jobrunr",
          "quartz",
          "spring-amqp",
          "spring-kafka",
          "spring-scheduling");

  private Packs() {}

  /** What messages call it. */
  public static File file(String name) {
    return new File(PREFIX + name);
  }

  /** The libraries that a pack speaks of need not be there. */
  public static boolean isIn(Place place) {
    return place.file().startsWith(PREFIX);
  }

  /**
   * @param name one of {@link #NAMES}
   */
  public static SourceText text(String name) {
    String resource = "packs/" + name + ".yaml";
    try (InputStream in = Packs.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      return new SourceText(file(name), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the agent's jar is not complete: " + resource, e);
    }
  }
}
