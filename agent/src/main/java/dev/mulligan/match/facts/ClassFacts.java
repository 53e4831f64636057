package dev.mulligan.match.facts;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A class as its class file declares it.
 *
 * @param name in the form of {@link Class#getName}
 * @param access flags of JVMS 4.1
 * @param origin the JDK's own classes are woven only when a pattern names them exactly
 * @param methods without constructors, static initialisers and synthetic methods
 * @param components of a record; else empty
 */
public record ClassFacts(
    String name,
    Origin origin,
    int access,
    Optional<String> superclass,
    List<String> interfaces,
    List<MethodFacts> methods,
    List<ComponentFacts> components) {

  /** A class that is not a record. */
  public ClassFacts(
      String name,
      Origin origin,
      int access,
      Optional<String> superclass,
      List<String> interfaces,
      List<MethodFacts> methods) {
    this(name, origin, access, superclass, interfaces, methods, List.of());
  }

  /** Whether a class belongs to the application or to the JDK. */
  public enum Origin {
    APPLICATION,
    JDK
  }

  public boolean isJdk() {
    return origin == Origin.JDK;
  }

  /** The superclass, if any, then the interfaces. */
  public List<String> parents() {
    List<String> parents = new ArrayList<>(superclass.stream().toList());
    parents.addAll(interfaces);
    return parents;
  }

  /** Whether subtypes may implement its methods. */
  public boolean isInterfaceOrAbstract() {
    return Modifier.isInterface(access) || Modifier.isAbstract(access);
  }
}
