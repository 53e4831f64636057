package dev.mulligan.it.harness;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The {@code java} arguments that name the program to run, before the program's own arguments. */
public record Program(List<String> launch) {

  public static Program jar(Path jar) {
    return new Program(List.of("-jar", jar.toString()));
  }

  public static Program main(String mainClass, List<Path> classPath) {
    return new Program(List.of("-cp", joined(classPath), mainClass));
  }

  /**
   * @param module module and main class, such as {@code shop/com.acme.Main}
   */
  public static Program module(String module, List<Path> modulePath) {
    return new Program(List.of("-p", joined(modulePath), "-m", module));
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
