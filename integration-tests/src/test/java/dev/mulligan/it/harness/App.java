package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * An application from {@code src/apps}: a jar of its own, and the published jars that it needs.
 *
 * @param name its folder's name
 * @param jar its classes
 * @param libraries from {@code target/lib}, where the build has put them
 */
public record App(String name, Path jar, List<Path> libraries) {

  /** Two JVMs of the build, which run tests beside each other, do not share it. */
  static final Path FOLDER = Path.of(System.getProperty("mulligan.apps", "target/apps"));

  private static final Map<String, App> COMPILED = new ConcurrentHashMap<>();

  /** Compiled on the first call, with {@code --release 17}. */
  public static App named(String name) {
    return COMPILED.computeIfAbsent(name, App::compile);
  }

  /** An application without libraries, whose sources were written by a test. */
  public static App compiled(String name, Path sources) {
    return compile(name, sources, List.of());
  }

  /**
   * @param mainClass the class to run
   */
  public Program main(String mainClass) {
    return Program.main(mainClass, classPath());
  }

  public List<Path> classPath() {
    List<Path> classPath = new ArrayList<>(libraries);
    classPath.add(0, jar);
    return classPath;
  }

  /** The same with a library that the build has not put there: the product's own. */
  public static App named(String name, Path library) {
    return COMPILED.computeIfAbsent(
        name, unused -> compile(name, Path.of("src/apps", name), withLibraries(name, library)));
  }

  private static List<Path> withLibraries(String name, Path product) {
    List<Path> all = new ArrayList<>(filesIn(Path.of("target/lib", name), ".jar"));
    all.add(product);
    return all;
  }

  private static App compile(String name) {
    return compile(name, Path.of("src/apps", name), filesIn(Path.of("target/lib", name), ".jar"));
  }

  private static App compile(String name, Path sources, List<Path> libraries) {
    Path jar = FOLDER.resolve(name + ".jar").toAbsolutePath();
    new AppCompiler(name, sources, libraries).compileTo(jar);
    return new App(name, jar, libraries);
  }

  static List<Path> filesIn(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .map(Path::toAbsolutePath)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
