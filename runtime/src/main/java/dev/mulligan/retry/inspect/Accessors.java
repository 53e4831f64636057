package dev.mulligan.retry.inspect;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Finds public methods and fields of objects whose class may be inaccessible: {@code
 * jdk.internal.net.http.HttpResponseImpl} is accessed through {@code java.net.http.HttpResponse}.
 */
public final class Accessors {

  /** References only objects of the JDK: see {@link SupertypeNames}. */
  private static final ClassValue<ConcurrentMap<String, Optional<Member>>> FOUND =
      new ClassValue<>() {
        @Override
        protected ConcurrentMap<String, Optional<Member>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private Accessors() {}

  /**
   * Finds {@code name()}, {@code getName()}, {@code isName()} or the public field, in this order.
   */
  public static Optional<Member> property(Object target, String name) {
    return FOUND.get(target.getClass()).computeIfAbsent(name, absent -> findProperty(target, name));
  }

  /** Finds a method with one String parameter. */
  public static Optional<Member> lookup(Object target, String method) {
    return FOUND
        .get(target.getClass())
        .computeIfAbsent(method + "(String)", absent -> findMethod(target, method, String.class));
  }

  private static Optional<Member> findProperty(Object target, String name) {
    String capitalised = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (String method : List.of(name, "get" + capitalised, "is" + capitalised)) {
      Optional<Member> found = findMethod(target, method);
      if (found.isPresent()) {
        return found;
      }
    }
    return findField(target, name);
  }

  private static Optional<Member> findMethod(
      Object target, String name, Class<?>... parameterTypes) {
    List<Method> hidden = new ArrayList<>();
    for (Class<?> type : hierarchy(target.getClass())) {
      for (Method method : type.getDeclaredMethods()) {
        if (isGetter(method, name, parameterTypes)) {
          if (method.canAccess(target)) {
            return Optional.of(method);
          }
          hidden.add(method);
        }
      }
    }
    // A public method of a class that is not public is accessible unless a module encapsulates it.
    return hidden.stream().filter(Method::trySetAccessible).<Member>map(m -> m).findFirst();
  }

  private static boolean isGetter(Method method, String name, Class<?>... parameterTypes) {
    return method.getName().equals(name)
        && List.of(method.getParameterTypes()).equals(List.of(parameterTypes))
        && Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && method.getReturnType() != void.class;
  }

  private static Optional<Member> findField(Object target, String name) {
    try {
      Field field = target.getClass().getField(name);
      boolean readable =
          !Modifier.isStatic(field.getModifiers())
              && (field.canAccess(target) || field.trySetAccessible());
      return readable ? Optional.of(field) : Optional.empty();
    } catch (NoSuchFieldException e) {
      return Optional.empty();
    }
  }

  /** Returns the class and its superclasses first, then their interfaces. */
  private static Set<Class<?>> hierarchy(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      all.add(at);
    }
    for (Class<?> at : List.copyOf(all)) {
      addInterfaces(at, all);
    }
    return all;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
    for (Class<?> implemented : type.getInterfaces()) {
      if (all.add(implemented)) {
        addInterfaces(implemented, all);
      }
    }
  }
}
