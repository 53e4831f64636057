package dev.mulligan.match.facts;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A class as its class file declares it.
 *
 * @param name as {@link Class#getName} gives it
 * @param access flags of JVMS 4.1
 * @param origin the JDK's own classes are woven only when a pattern names them exactly
 * @param methods without constructors, static initialisers and what the compiler added
 */
public record ClassFacts(
    String name,
    Origin origin,
    int access,
    Optional<String> superclass,
    List<String> interfaces,
    List<MethodFacts> methods) {

  /** Whose class it is. */
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

  /** Whether its methods are there to be implemented by others. */
  public boolean isInterfaceOrAbstract() {
    return Modifier.isInterface(access) || Modifier.isAbstract(access);
  }
}
