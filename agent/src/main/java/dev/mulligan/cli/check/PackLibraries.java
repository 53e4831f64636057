package dev.mulligan.cli.check;

import dev.mulligan.cli.check.CheckResult.Absent;
import dev.mulligan.match.pattern.MethodPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A pack knows several libraries, of which an application has some: that the patterns of the others
 * match nothing is no news. What stays worth a word is a library that is there and is not matched.
 */
final class PackLibraries {

  /** {@code org.springframework.kafka}, {@code com.zaxxer.hikari}, {@code okhttp3}. */
  private static final int SEGMENTS = 3;

  /** A house of many libraries, such as {@code org.apache.commons.dbcp2}. */
  private static final String LARGE_HOUSE = "org.apache.";

  private static final int SEGMENTS_THERE = 4;

  /** Nothing that a library would be known by: the domain of many. */
  private static final int LONGEST_DOMAIN = 3;

  private final ClassPath classPath;
  private final KnownTypes types;
  private final Map<String, Set<String>> absent = new LinkedHashMap<>();

  PackLibraries(ClassPath classPath, KnownTypes types) {
    this.classPath = classPath;
    this.types = types;
  }

  /**
   * What is worth a word of the patterns of one rule.
   *
   * @param unused those that match nothing
   * @param isUsed whether others of the rule match
   */
  List<MethodPattern> worthAWord(String pack, Collection<MethodPattern> unused, boolean isUsed) {
    List<MethodPattern> rest = new ArrayList<>();
    for (MethodPattern pattern : unused) {
      Optional<String> type = namedType(pattern);
      if (type.isPresent() && isAbsent(type.get())) {
        absent.computeIfAbsent(pack, none -> new LinkedHashSet<>()).add(library(type.get()));
      } else if (!isUsed || isAmiss(pattern)) {
        rest.add(pattern);
      }
    }
    return rest;
  }

  /** That an annotation is used nowhere is as it may be; that its class has gone is not. */
  private boolean isAmiss(MethodPattern pattern) {
    return pattern.exactType().isPresent()
        || pattern.exactAnnotations().stream().anyMatch(a -> types.findAsWritten(a).isEmpty());
  }

  /** By pack. */
  List<Absent> absent() {
    List<Absent> all = new ArrayList<>();
    absent.forEach((pack, libraries) -> all.add(new Absent(pack, List.copyOf(libraries))));
    return all;
  }

  private static Optional<String> namedType(MethodPattern pattern) {
    return pattern.exactType().or(() -> pattern.exactAnnotations().stream().findFirst());
  }

  /** A class that alone is missing may have got another name in a later version. */
  private boolean isAbsent(String type) {
    String inside = library(type) + ".";
    return types.findAsWritten(type).isEmpty()
        && classPath.classes().stream().noneMatch(file -> file.className().startsWith(inside));
  }

  private static String library(String type) {
    String[] segments = type.split("\\.", -1);
    int most = segments[0].length() > LONGEST_DOMAIN ? 1 : SEGMENTS;
    if (type.startsWith(LARGE_HOUSE)) {
      most = SEGMENTS_THERE;
    }
    int kept = Math.max(1, Math.min(most, segments.length - 1));
    return String.join(".", List.of(segments).subList(0, kept));
  }
}
