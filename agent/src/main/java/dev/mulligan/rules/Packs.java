package dev.mulligan.rules;

import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.SourceText;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The packs: rule files in the agent's jar, with rules for widely used libraries. */
public final class Packs {

  /** The prefix of a pack's name in {@code include}. */
  public static final String PREFIX = "pack:";

  /** The names of all packs; each is a file of that name. */
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

  /** The file name of a pack in messages. */
  public static File file(String name) {
    return new File(PREFIX + name);
  }

  /** Whether a place is in a pack, whose libraries the application need not have. */
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
