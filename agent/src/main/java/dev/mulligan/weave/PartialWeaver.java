package dev.mulligan.weave;

import dev.mulligan.weave.rewrite.Advised;
import dev.mulligan.weave.rewrite.LocalsLimit.TooManyLocalsException;
import dev.mulligan.weave.rewrite.Weaver;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import net.bytebuddy.pool.TypePool.Resolution.NoSuchTypeException;
import org.jspecify.annotations.Nullable;

/** Weaves those methods of one class that can be woven, and says why the others cannot. */
final class PartialWeaver {

  /** JVMS 4.4.8: class files may contain a method handle since Java 7. */
  private static final int WITH_METHOD_HANDLES = 51;

  private final Weaver weaver;
  private final String className;
  private final byte[] classFile;
  private final ClassFileLocator files;

  /** By identity: the hash code of a record keeps our class loader in memory after a detach. */
  private final IdentityHashMap<Advised, String> refused = new IdentityHashMap<>();

  private List<Advised> woven = List.of();

  /**
   * @param files finds the other types that weaving needs
   */
  PartialWeaver(Weaver weaver, String className, byte[] classFile, ClassFileLocator files) {
    this.weaver = weaver;
    this.className = className;
    this.classFile = classFile;
    this.files = files;
  }

  /** Returns the class file with the woven methods; null when no method can be woven. */
  byte @Nullable [] weave(List<Advised> methods) {
    if (majorVersion() < WITH_METHOD_HANDLES) {
      refuseAsync(methods);
    }
    List<Advised> rest = notRefused(methods);
    while (!rest.isEmpty()) {
      try {
        byte[] result = weaver.weave(className, classFile, rest, files);
        woven = rest;
        return result;
      } catch (RuntimeException e) {
        refuseCulprits(rest, e);
      }
      rest = notRefused(methods);
    }
    return null;
  }

  /** The woven methods, in the order in which they were given. */
  List<Advised> woven() {
    return woven;
  }

  /** The other methods by identity, each with the reason, in no order. */
  IdentityHashMap<Advised, String> refused() {
    return refused;
  }

  private int majorVersion() {
    return (classFile[6] & 0xff) << 8 | (classFile[7] & 0xff);
  }

  private void refuseAsync(List<Advised> methods) {
    for (Advised method : methods) {
      if (method.isAsync()) {
        refused.put(method, "its class was compiled for a Java version before 7: recompile it");
      }
    }
  }

  private List<Advised> notRefused(List<Advised> methods) {
    List<Advised> rest = new ArrayList<>();
    for (Advised method : methods) {
      if (!refused.containsKey(method)) {
        rest.add(method);
      }
    }
    return rest;
  }

  /**
   * Refuses at least one of the methods that cannot be woven together: those that cannot be woven
   * alone, else all. Halves the list, because few methods of a large class are to blame.
   */
  private void refuseCulprits(List<Advised> methods, RuntimeException failure) {
    int before = refused.size();
    if (methods.size() > 1) {
      int half = methods.size() / 2;
      refuseIfFailing(methods.subList(0, half));
      refuseIfFailing(methods.subList(half, methods.size()));
    }
    if (refused.size() == before) {
      for (Advised method : methods) {
        refused.put(method, reason(failure));
      }
    }
  }

  private void refuseIfFailing(List<Advised> methods) {
    try {
      weaver.weave(className, classFile, methods, files);
    } catch (RuntimeException e) {
      refuseCulprits(methods, e);
    }
  }

  private static String reason(RuntimeException failure) {
    if (failure instanceof MethodTooLargeException) {
      return "the woven method would exceed the JVM's limit of 64 KB: match a method that calls it";
    }
    if (failure instanceof TooManyLocalsException) {
      return "the woven method would exceed the JVM's limit of 65,535 local variables: match a"
          + " method that calls it";
    }
    return failure instanceof NoSuchTypeException missing
        ? "it needs the type "
            + missing.getName()
            + ", which is not on the class path: add it, or match a method that calls it"
        : "it cannot be rewritten: " + failure;
  }
}
