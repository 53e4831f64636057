package dev.mulligan.match;

import java.util.List;

/** What the rules match in one class, and in its supertypes on behalf of it. */
public record ClassMatch(List<MethodMatch> methods, List<Inherited> inherited) {

  static final ClassMatch NOTHING = new ClassMatch(List.of(), List.of());
}
