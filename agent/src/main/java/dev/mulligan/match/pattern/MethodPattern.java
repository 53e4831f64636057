package dev.mulligan.match.pattern;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.facts.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A method pattern in AspectJ's signature syntax: {@code [@Annotation] [modifiers] [return-type]
 * declaring-type.method(parameters) [throws types]}.
 *
 * @see <a
 *     href="https://eclipse.dev/aspectj/doc/latest/progguide/semantics-pointcuts.html">AspectJ's
 *     semantics of signature patterns</a>
 */
public final class MethodPattern {

  private final String text;
  private final List<TypePattern> annotations;
  private final ModifiersPattern modifiers;
  private final Optional<TypePattern> returnType;
  private final TypePattern declaringType;
  private final String method;
  private final ParametersPattern parameters;
  private final List<TypePattern> thrown;

  MethodPattern(
      String text,
      List<TypePattern> annotations,
      ModifiersPattern modifiers,
      Optional<TypePattern> returnType,
      TypePattern declaringType,
      String method,
      ParametersPattern parameters,
      List<TypePattern> thrown) {
    this.text = text;
    this.annotations = List.copyOf(annotations);
    this.modifiers = modifiers;
    this.returnType = returnType;
    this.declaringType = declaringType;
    this.method = method;
    this.parameters = parameters;
    this.thrown = List.copyOf(thrown);
  }

  /**
   * @throws PatternException with the place of the mistake in the text and its remedy
   */
  public static MethodPattern parse(String text) throws PatternException {
    return new MethodPatternParser(text).parse();
  }

  public TypePattern declaringType() {
    return declaringType;
  }

  /** The method's name, in which {@code *} matches any characters. */
  public String methodName() {
    return method;
  }

  /** The declaring type's name, if it has no wildcards. */
  public Optional<String> exactType() {
    return declaringType.hasWildcard() ? Optional.empty() : Optional.of(declaringType.name());
  }

  /** Whether the declaring type matches a class of this name, not counting subtypes. */
  public boolean namesType(String className) {
    return declaringType.matches(className);
  }

  /** The literal part of the declaring type's name before its first wildcard, whole segments. */
  public String packagePrefix() {
    return declaringType.literalPrefix();
  }

  /** The full names of the annotations that a method must have, if written without wildcards. */
  public List<String> exactAnnotations() {
    List<String> names = new ArrayList<>();
    for (TypePattern annotation : annotations) {
      if (!annotation.hasWildcard() && annotation.segments().size() > 1) {
        names.add(annotation.name());
      }
    }
    return names;
  }

  boolean matchesName(String methodName) {
    return Glob.matches(method, methodName);
  }

  /** Whether everything except the declaring type matches. */
  public boolean matchesSignature(MethodFacts candidate) {
    return (matchesName(candidate.name()) || matchesName(candidate.sourceName()))
        && modifiers.matches(candidate.access())
        && eachIsAmong(annotations, candidate.annotations())
        && eachIsAmong(thrown, candidate.exceptions())
        && matchesAnyDescriptor(candidate.descriptors());
  }

  private boolean matchesAnyDescriptor(List<String> descriptors) {
    for (String descriptor : descriptors) {
      if (matchesDescriptor(descriptor)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesDescriptor(String descriptor) {
    return parameters.matches(TypeNames.parameters(descriptor))
        && (returnType.isEmpty() || returnType.get().matches(TypeNames.returnType(descriptor)));
  }

  private static boolean eachIsAmong(List<TypePattern> wanted, List<String> types) {
    for (TypePattern pattern : wanted) {
      if (!isAmong(pattern, types)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAmong(TypePattern wanted, List<String> types) {
    for (String type : types) {
      if (wanted.matches(type)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return text;
  }
}
