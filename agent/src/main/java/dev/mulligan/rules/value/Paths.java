package dev.mulligan.rules.value;

import dev.mulligan.rules.source.Place;
import java.io.File;
import org.jspecify.annotations.Nullable;

/** Resolves file names in a rule file, which are relative to that file. */
public final class Paths {

  private Paths() {}

  public static File relativeTo(Place place, String name) {
    File file = new File(name);
    @Nullable File folder = place.source().file().getParentFile();
    return file.isAbsolute() || folder == null ? file : new File(folder, withoutDots(name));
  }

  private static String withoutDots(String name) {
    return name.startsWith("./") ? name.substring(2) : name;
  }
}
