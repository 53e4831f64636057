package dev.mulligan.match.facts;

import java.util.ArrayList;
import java.util.List;

/** Converts type names from the class file's form to the source code's form. */
public final class TypeNames {

  private TypeNames() {}

  /** Converts {@code com/acme/Outer$Inner} to {@code com.acme.Outer$Inner}. */
  public static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }

  /**
   * Converts {@code Outer$Inner} to {@code Outer.Inner}. A {@code $} at an end, before a digit or
   * beside another is part of a name (Scala objects, proxies, anonymous classes).
   */
  public static String nestedWithDots(String name) {
    StringBuilder dotted = new StringBuilder(name);
    for (int i = 1; i < name.length() - 1; i++) {
      boolean separates =
          name.charAt(i) == '$'
              && name.charAt(i - 1) != '$'
              && name.charAt(i - 1) != '.'
              && name.charAt(i + 1) != '$'
              && Character.isJavaIdentifierStart(name.charAt(i + 1));
      if (separates) {
        dotted.setCharAt(i, '.');
      }
    }
    return dotted.toString();
  }

  /** The parameter types of a method descriptor (JVMS 4.3.3), as in source code. */
  public static List<String> parameters(String descriptor) {
    List<String> types = new ArrayList<>();
    int at = 1;
    while (descriptor.charAt(at) != ')') {
      int end = endOfType(descriptor, at);
      types.add(type(descriptor, at, end));
      at = end;
    }
    return types;
  }

  /** The return type of a method descriptor, as in source code. */
  public static String returnType(String descriptor) {
    return type(descriptor, descriptor.indexOf(')') + 1, descriptor.length());
  }

  /** Converts {@code Lcom/acme/Foo;} to {@code com.acme.Foo}. */
  public static String type(String descriptor) {
    return type(descriptor, 0, descriptor.length());
  }

  private static int endOfType(String descriptor, int from) {
    int at = from;
    while (descriptor.charAt(at) == '[') {
      at++;
    }
    return descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
  }

  private static String type(String descriptor, int from, int to) {
    int at = from;
    while (descriptor.charAt(at) == '[') {
      at++;
    }
    String element =
        descriptor.charAt(at) == 'L'
            ? dotted(descriptor.substring(at + 1, to - 1))
            : primitive(descriptor.charAt(at));
    return element + "[]".repeat(at - from);
  }

  private static String primitive(char code) {
    return switch (code) {
      case 'Z' -> "boolean";
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'S' -> "short";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      case 'D' -> "double";
      case 'V' -> "void";
      default -> throw new IllegalArgumentException("no type descriptor begins with " + code);
    };
  }
}
