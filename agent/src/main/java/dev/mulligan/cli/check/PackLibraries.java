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
 * Separates the unmatched patterns of a pack. A pack covers several libraries, and an application
 * has only some of them: patterns of absent libraries are expected to match nothing. Patterns of a
 * library that is present but not matched are reported.
 */
final class PackLibraries {

  /**
   * The package segments that identify a library, as in {@code org.springframework.kafka} or {@code
   * com.zaxxer.hikari}.
   */
  private static final int SEGMENTS = 3;

  /** A domain of many libraries, such as {@code org.apache.commons.dbcp2}. */
  private static final String LARGE_DOMAIN = "org.apache.";

  private static final int LARGE_DOMAIN_SEGMENTS = 4;

  /**
   * A longer first segment, as in {@code okhttp3}, is a library's own name and not a top-level
   * domain.
   */
  private static final int LONGEST_DOMAIN = 3;

  private final ClassPath classPath;
  private final KnownTypes types;
  private final Map<String, Set<String>> absent = new LinkedHashMap<>();

  PackLibraries(ClassPath classPath, KnownTypes types) {
    this.classPath = classPath;
    this.types = types;
  }

  /**
   * Returns the unmatched patterns of one rule that are to be reported.
   *
   * @param unused the patterns that match nothing
   * @param isUsed whether other patterns of the rule match
   */
  List<MethodPattern> reportable(String pack, Collection<MethodPattern> unused, boolean isUsed) {
    List<MethodPattern> rest = new ArrayList<>();
    for (MethodPattern pattern : unused) {
      Optional<String> type = namedType(pattern);
      if (type.isPresent() && isAbsent(type.get())) {
        absent.computeIfAbsent(pack, none -> new LinkedHashSet<>()).add(library(type.get()));
      } else if (!isUsed || isSuspicious(pattern)) {
        rest.add(pattern);
      }
    }
    return rest;
  }

  /**
   * Whether an unmatched pattern is suspicious. An unused annotation is normal; a missing
   * annotation class is not.
   */
  private boolean isSuspicious(MethodPattern pattern) {
    return pattern.exactType().isPresent()
        || pattern.exactAnnotations().stream().anyMatch(a -> types.findAsWritten(a).isEmpty());
  }

  /** The absent libraries, by pack. */
  List<Absent> absent() {
    List<Absent> all = new ArrayList<>();
    absent.forEach((pack, libraries) -> all.add(new Absent(pack, List.copyOf(libraries))));
    return all;
  }

  private static Optional<String> namedType(MethodPattern pattern) {
    return pattern.exactType().or(() -> pattern.exactAnnotations().stream().findFirst());
  }

  /**
   * Whether the whole library is absent. If only this class is missing, a later version may have
   * renamed it.
   */
  private boolean isAbsent(String type) {
    String inside = library(type) + ".";
    return types.findAsWritten(type).isEmpty()
        && classPath.classes().stream().noneMatch(file -> file.className().startsWith(inside));
  }

  private static String library(String type) {
    String[] segments = type.split("\\.", -1);
    int most = segments[0].length() > LONGEST_DOMAIN ? 1 : SEGMENTS;
    if (type.startsWith(LARGE_DOMAIN)) {
      most = LARGE_DOMAIN_SEGMENTS;
    }
    int kept = Math.max(1, Math.min(most, segments.length - 1));
    return String.join(".", List.of(segments).subList(0, kept));
  }
}
