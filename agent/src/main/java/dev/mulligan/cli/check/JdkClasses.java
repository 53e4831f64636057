package dev.mulligan.cli.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the class files of the JDK that runs this command. */
final class JdkClasses {

  private final Map<String, Module> modules = new HashMap<>();

  JdkClasses() {
    for (Module module : ModuleLayer.boot().modules()) {
      module.getPackages().forEach(name -> modules.put(name, module));
    }
  }

  /**
   * @param className in the form of {@link Class#getName}
   * @throws IOException when the class file exists but cannot be read
   */
  Optional<byte[]> bytes(String className) throws IOException {
    int dot = className.lastIndexOf('.');
    Module module = dot < 0 ? null : modules.get(className.substring(0, dot));
    if (module == null) {
      return Optional.empty();
    }
    try (InputStream in = module.getResourceAsStream(className.replace('.', '/') + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }
}
