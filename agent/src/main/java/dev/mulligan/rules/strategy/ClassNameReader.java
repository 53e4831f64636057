package dev.mulligan.rules.strategy;

import dev.mulligan.rules.ClassMention;
import dev.mulligan.rules.Packs;
import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads names of exception classes. It looks up names in the JDK's packages. It cannot look up the
 * application's classes before {@code main}, and collects their names for {@code check}.
 */
public final class ClassNameReader {

  private static final String INTERRUPTED = "java.lang.InterruptedException";
  private static final String OVERFLOW = "java.lang.StackOverflowError";

  private final Problems problems;
  private final List<ClassMention> mentions = new ArrayList<>();

  public ClassNameReader(Problems problems) {
    this.problems = problems;
  }

  public List<ClassMention> mentions() {
    return List.copyOf(mentions);
  }

  Optional<String> read(Scalar scalar) {
    String name = scalar.text();
    if (!isClassName(name)) {
      problems.error(
          scalar.place(),
          scalar.kind()
              + " is not a class name: write the full name, such as java.io.IOException; it"
              + " includes subclasses");
      return Optional.empty();
    }
    if (!scalar.isSecret()) {
      check(name, scalar.place());
    }
    if (!Packs.isIn(scalar.place())) {
      mentions.add(new ClassMention(name, scalar.place()));
    }
    return Optional.of(name);
  }

  /** Reads the class of an exception itself, not of one of its causes. */
  Optional<String> readThrown(Scalar scalar) {
    if (scalar.text().equals(INTERRUPTED)) {
      problems.warning(scalar.place(), "InterruptedException is never retried");
    } else if (scalar.text().equals(OVERFLOW)) {
      problems.warning(
          scalar.place(),
          "StackOverflowError is never retried: too little of the stack is left to work with");
    }
    return read(scalar);
  }

  private void check(String name, Place place) {
    if (name.indexOf('.') < 0) {
      problems.warning(
          place,
          "'" + name + "' has no package: write the full class name",
          NearestName.ofClass(name, JdkExceptions.NAMES));
    } else if (JdkExceptions.isMissing(name)) {
      reportMissing(name, place);
    } else if (JdkExceptions.isNoException(name)) {
      problems.error(
          place,
          "'"
              + name
              + "' is not an exception: nothing that is thrown can be of this class. Name a subclass"
              + " of java.lang.Throwable, or an interface that your exceptions implement");
    }
  }

  /**
   * Warns of an unknown class without a similar name: it may exist in a newer or larger JDK that
   * shares the file.
   */
  private void reportMissing(String name, Place place) {
    Optional<String> nearest = NearestName.ofClass(name, JdkExceptions.NAMES);
    if (nearest.isPresent()) {
      problems.error(place, "this JDK has no class '" + name + "'", nearest);
    } else {
      problems.warning(place, "this JDK has no class '" + name + "'");
    }
  }

  private static boolean isClassName(String name) {
    boolean atStart = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (atStart ? !Character.isJavaIdentifierStart(c) : !isInner(c)) {
        return false;
      }
      atStart = c == '.';
    }
    return !atStart;
  }

  private static boolean isInner(char c) {
    return c == '.' || Character.isJavaIdentifierPart(c);
  }
}
