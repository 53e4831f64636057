package dev.mulligan.cli.check;

import dev.mulligan.rules.ClassMention;
import dev.mulligan.rules.source.Problem;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.text.NearestName;
import java.util.List;

/** Checks that the exception classes named in conditions exist on a class path. */
public final class MentionedClasses {

  private final ClassPath classPath;
  private final KnownTypes types;

  public MentionedClasses(ClassPath classPath) {
    this.classPath = classPath;
    this.types = new KnownTypes(classPath);
  }

  /** Returns a warning, not an error, for each missing class: the class path may be incomplete. */
  public List<Problem> missing(List<ClassMention> mentions) {
    Problems problems = new Problems();
    List<String> names = classPath.classes().stream().map(ClassFile::className).toList();
    for (ClassMention mention : mentions) {
      String name = mention.name();
      if (!name.startsWith("java.") && types.find(name).isEmpty()) {
        problems.warning(
            mention.place(),
            "there is no class '" + name + "' on this class path",
            NearestName.ofClass(name, names));
      }
    }
    return problems.toList();
  }
}
