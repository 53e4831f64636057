package dev.mulligan.match;

import java.util.List;

/**
 * The methods that the rules match in one class, and the inherited methods that they match in its
 * supertypes.
 */
public record ClassMatch(List<MethodMatch> methods, List<Inherited> inherited) {

  static final ClassMatch NOTHING = new ClassMatch(List.of(), List.of());
}
