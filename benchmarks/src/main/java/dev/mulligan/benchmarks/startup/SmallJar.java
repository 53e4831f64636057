package dev.mulligan.benchmarks.startup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes jars of one class. */
final class SmallJar {

  private SmallJar() {}

  static Path runnable(Path jar, Class<?> main) throws IOException {
    return write(jar, Attributes.Name.MAIN_CLASS, main);
  }

  static Path agent(Path jar, Class<?> premain) throws IOException {
    return write(jar, new Attributes.Name("Premain-Class"), premain);
  }

  private static Path write(Path jar, Attributes.Name role, Class<?> type) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(role, type.getName());
    String file = type.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream in = type.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new IOException(file + " is not on the class path");
      }
      out.putNextEntry(new JarEntry(file));
      in.transferTo(out);
    }
    return jar;
  }
}
