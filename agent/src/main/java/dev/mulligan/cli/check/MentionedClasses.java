package dev.mulligan.cli.check;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.rules.ClassMention;
import dev.mulligan.rules.source.Problem;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.text.NearestName;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/**
 * Checks that the exception classes named in conditions exist on a class path and are exceptions.
 */
public final class MentionedClasses {

  private static final String THROWABLE = "java.lang.Throwable";

  private final ClassPath classPath;
  private final KnownTypes types;

  public MentionedClasses(ClassPath classPath) {
    this.classPath = classPath;
    this.types = new KnownTypes(classPath);
  }

  /**
   * Returns a warning, not an error, for each class that is missing or is not an exception: another
   * class path may have it.
   */
  public List<Problem> problems(List<ClassMention> mentions) {
    Problems problems = new Problems();
    List<String> names = classPath.classes().stream().map(ClassFile::className).toList();
    for (ClassMention mention : mentions) {
      String name = mention.name();
      if (!name.startsWith("java.") && types.find(name).isEmpty()) {
        problems.warning(
            mention.place(),
            "there is no class '" + name + "' on this class path",
            NearestName.ofClass(name, names));
      } else if (types.find(name).filter(this::isNoException).isPresent()) {
        problems.warning(
            mention.place(),
            "'"
                + name
                + "' is not an exception: nothing that is thrown can be of this class. Name a"
                + " subclass of java.lang.Throwable, or an interface that your exceptions implement");
      }
    }
    return problems.toList();
  }

  /**
   * An interface may be implemented by an exception; of an incomplete hierarchy, nothing is said.
   */
  private boolean isNoException(ClassFacts facts) {
    if (Modifier.isInterface(facts.access())) {
      return false;
    }
    ClassFacts at = facts;
    while (at.superclass().isPresent()) {
      if (at.name().equals(THROWABLE)) {
        return false;
      }
      Optional<ClassFacts> above = types.find(at.superclass().get());
      if (above.isEmpty()) {
        return false;
      }
      at = above.get();
    }
    return true;
  }
}
