package dev.mulligan.match.facts;

import java.lang.reflect.Modifier;
import java.util.List;

/**
 * A method as its class file declares it.
 *
 * @param access flags of JVMS 4.6
 * @param descriptors its own first, then those of the bridge methods that lead to it
 * @param exceptions class names of its throws clause
 * @param annotations class names, whatever their retention
 * @param element the class of what its result holds, as {@code String} in {@code
 *     CompletableFuture<String>}; {@code java.lang.Object} where it may be any or is not said
 */
public record MethodFacts(
    String name,
    int access,
    List<String> descriptors,
    List<String> exceptions,
    List<String> annotations,
    String element) {

  /** Of a method whose result holds anything or nothing. */
  public MethodFacts(
      String name,
      int access,
      List<String> descriptors,
      List<String> exceptions,
      List<String> annotations) {
    this(name, access, descriptors, exceptions, annotations, ElementTypes.ANY);
  }

  public String descriptor() {
    return descriptors.get(0);
  }

  public boolean isStatic() {
    return Modifier.isStatic(access);
  }

  /** {@code charge(java.lang.String, long)}. */
  public String signature() {
    return name + "(" + String.join(", ", parameters()) + ")";
  }

  /** As in source code. */
  public List<String> parameters() {
    return TypeNames.parameters(descriptor());
  }

  /**
   * Of two methods of one class. Records of the agent are not compared by their own {@code equals}:
   * the JDK would keep it, and on JDK 17 with it our class loader, after a detach.
   */
  public boolean isSameAs(MethodFacts other) {
    return name.equals(other.name) && descriptor().equals(other.descriptor());
  }

  /** Whether a call to the other may end here: same name and descriptor, also over a bridge. */
  public boolean overrides(MethodFacts other) {
    return name.equals(other.name)
        && !isStatic()
        && !Modifier.isPrivate(other.access)
        && !other.isStatic()
        && descriptors.contains(other.descriptor());
  }
}
