package dev.mulligan.cli.check;

import dev.mulligan.text.NearestName;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.jar.asm.Type;

/** Resolves property paths such as {@code a.b} from class to class. */
final class PropertyPaths {

  private static final Map<String, String> BOXES =
      Map.of(
          "boolean", "java.lang.Boolean",
          "byte", "java.lang.Byte",
          "char", "java.lang.Character",
          "short", "java.lang.Short",
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "float", "java.lang.Float",
          "double", "java.lang.Double");

  private final ClassFiles files;

  PropertyPaths(ClassFiles files) {
    this.files = files;
  }

  /**
   * The result for a property path.
   *
   * @param type the type of the property, where known
   * @param missing why the property does not exist, where certain
   * @param misspelt why the property probably does not exist: a subclass might have it, but a
   *     similar name exists
   */
  record Found(Optional<String> type, Optional<String> missing, Optional<String> misspelt) {}

  /**
   * @param path property names separated by dots
   * @param start the class that has the first property
   */
  Found find(String path, String start) {
    String type = start;
    for (String name : path.split("\\.", -1)) {
      String className = BOXES.getOrDefault(type, type);
      Optional<PropertyTypes> types = PropertyTypes.of(className, files);
      Optional<String> next = types.flatMap(known -> known.find(name));
      if (next.isEmpty()) {
        return types
            .filter(known -> !known.isMap())
            .map(known -> notFound(name, className, known))
            .orElse(new Found(Optional.empty(), Optional.empty(), Optional.empty()));
      }
      type = Type.getType(next.get()).getClassName();
    }
    return new Found(Optional.of(type), Optional.empty(), Optional.empty());
  }

  private static Found notFound(String name, String className, PropertyTypes known) {
    Optional<String> nearest = NearestName.of(name, known.names());
    String reason =
        className
            + " has no public '"
            + name
            + "'"
            + nearest.map(near -> ": did you mean '" + near + "'?").orElse("");
    return new Found(
        Optional.empty(),
        known.isFinal() ? Optional.of(reason) : Optional.empty(),
        nearest.map(near -> reason));
  }
}
