package dev.mulligan.match.facts;

import java.lang.reflect.Modifier;
import java.util.List;

/**
 * A method as its class file declares it.
 *
 * @param access flags of JVMS 4.6
 * @param descriptors its own first, then those of the bridge methods that call it
 * @param exceptions class names of its throws clause
 * @param annotations class names, of any retention
 * @param element the element type of its result, such as {@code String} for {@code
 *     CompletableFuture<String>}; {@code java.lang.Object} where unknown
 * @param typeArguments the classes among the type arguments of each parameter; empty where the
 *     class file tells nothing
 * @param sourceName the name in the source, from which Kotlin makes other ones
 */
public record MethodFacts(
    String name,
    int access,
    List<String> descriptors,
    List<String> exceptions,
    List<String> annotations,
    String element,
    List<List<String>> typeArguments,
    String sourceName) {

  /** A method of Java. */
  public MethodFacts(
      String name,
      int access,
      List<String> descriptors,
      List<String> exceptions,
      List<String> annotations,
      String element,
      List<List<String>> typeArguments) {
    this(name, access, descriptors, exceptions, annotations, element, typeArguments, name);
  }

  /** A method without generic types. */
  public MethodFacts(
      String name,
      int access,
      List<String> descriptors,
      List<String> exceptions,
      List<String> annotations) {
    this(name, access, descriptors, exceptions, annotations, ElementTypes.ANY, List.of());
  }

  public String descriptor() {
    return descriptors.get(0);
  }

  public boolean isStatic() {
    return Modifier.isStatic(access);
  }

  /** Name and parameter types, such as {@code charge(java.lang.String, long)}. */
  public String signature() {
    return name + "(" + String.join(", ", parameters()) + ")";
  }

  /** The parameter types as in source code. */
  public List<String> parameters() {
    return TypeNames.parameters(descriptor());
  }

  /**
   * The classes among a parameter's type arguments, such as {@code String} for {@code
   * List<String>}.
   *
   * @param parameter from 0
   */
  public List<String> typeArgumentsOf(int parameter) {
    return parameter < typeArguments.size() ? typeArguments.get(parameter) : List.of();
  }

  /**
   * Compares two methods of one class. The agent does not use the {@code equals} of its records:
   * the JDK would cache it, and on JDK 17 would so keep the agent's class loader alive after a
   * detach.
   */
  public boolean isSameAs(MethodFacts other) {
    return name.equals(other.name) && descriptor().equals(other.descriptor());
  }

  /**
   * Whether a call to the other method may reach this one: same name and descriptor, also by a
   * bridge method.
   */
  public boolean overrides(MethodFacts other) {
    return name.equals(other.name)
        && !isStatic()
        && !Modifier.isPrivate(other.access)
        && !other.isStatic()
        && descriptors.contains(other.descriptor());
  }
}
