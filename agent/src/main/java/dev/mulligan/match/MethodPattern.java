package dev.mulligan.match;

import java.util.List;
import java.util.Optional;

/**
 * AspectJ's method-signature pattern: {@code [@Annotation] [modifiers] [return-type]
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
   * @throws PatternException with the place in the text and what to write instead
   */
  public static MethodPattern parse(String text) throws PatternException {
    return new MethodPatternParser(text).parse();
  }

  TypePattern declaringType() {
    return declaringType;
  }

  /** With {@code *} for any characters. */
  public String methodName() {
    return method;
  }

  /** The declaring type's name, when it is written without wildcards. */
  public Optional<String> exactType() {
    return declaringType.hasWildcard() ? Optional.empty() : Optional.of(declaringType.name());
  }

  boolean matchesName(String methodName) {
    return Glob.matches(method, methodName);
  }

  /** Everything but the declaring type. */
  boolean matchesSignature(MethodFacts candidate) {
    return matchesName(candidate.name())
        && modifiers.matches(candidate.access())
        && annotations.stream().allMatch(wanted -> any(candidate.annotations(), wanted))
        && thrown.stream().allMatch(wanted -> any(candidate.exceptions(), wanted))
        && candidate.descriptors().stream().anyMatch(this::matchesDescriptor);
  }

  private boolean matchesDescriptor(String descriptor) {
    return parameters.matches(TypeNames.parameters(descriptor))
        && (returnType.isEmpty() || returnType.get().matches(TypeNames.returnType(descriptor)));
  }

  private static boolean any(List<String> types, TypePattern wanted) {
    return types.stream().anyMatch(wanted::matches);
  }

  @Override
  public String toString() {
    return text;
  }
}
