package dev.mulligan.cli.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The files of the sample program, copied out of the jar, so that a JVM can load them. */
record ShopProgram(Path folder) implements AutoCloseable {

  static final String MAIN = "com.example.shop.Checkout";

  private static final List<String> CLASSES = List.of(MAIN, "com.example.shop.PriceClient");

  /**
   * @throws IOException when the files cannot be written
   */
  static ShopProgram unpack() throws IOException {
    ShopProgram program = new ShopProgram(Files.createTempDirectory("mulligan-demo-"));
    for (String name : CLASSES) {
      String path = name.replace('.', '/');
      program.write(path + ".class", classFile(path));
    }
    program.write("rules.yaml", resource("dev/mulligan/cli/demo/rules.yaml"));
    return program;
  }

  Path rules() {
    return folder.resolve("rules.yaml");
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Reads a class file; in the jar it has another suffix, so that no class path scan reads it. */
  private static byte[] classFile(String path) throws IOException {
    try {
      return resource(path + ".classdata");
    } catch (FileNotFoundException unpacked) {
      return resource(path + ".class");
    }
  }

  private static byte[] resource(String name) throws IOException {
    ClassLoader loader = ShopProgram.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name + " is missing from the agent's jar");
      }
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found.forEach(files::add);
    }
    Collections.reverse(files);
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
