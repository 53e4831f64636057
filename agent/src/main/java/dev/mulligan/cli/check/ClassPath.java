package dev.mulligan.cli.check;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/**
 * The classes of a class path: of folders, jars, {@code folder/*}, the jars that a manifest adds,
 * and the libraries inside executable jars and wars. The first class of each name counts.
 */
public final class ClassPath implements AutoCloseable {

  private final Map<String, ClassFile> classes = new LinkedHashMap<>();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Set<Path> seen = new HashSet<>();

  private ClassPath() {}

  /**
   * @param elements each is one entry, or several separated by the system's path separator
   * @throws IOException when one is missing or unreadable; the message names it
   */
  public static ClassPath open(List<String> elements) throws IOException {
    ClassPath classPath = new ClassPath();
    try {
      for (String element : elements) {
        for (String entry : element.split(File.pathSeparator, -1)) {
          if (!entry.isEmpty()) {
            classPath.addEntry(entry);
          }
        }
      }
      return classPath;
    } catch (IOException e) {
      classPath.close();
      throw e;
    }
  }

  private void addEntry(String entry) throws IOException {
    if (entry.equals("*") || entry.endsWith("/*") || entry.endsWith("\\*")) {
      addJarsIn(Path.of(entry.substring(0, entry.length() - 1)));
      return;
    }
    Path path = Path.of(entry);
    if (!Files.exists(path)) {
      throw new NoSuchFileException(entry);
    }
    add(path);
  }

  private void addJarsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".jar")) {
          add(file);
        }
      }
    }
  }

  private void add(Path path) throws IOException {
    if (!seen.add(path.toRealPath())) {
      return;
    }
    if (Files.isDirectory(path)) {
      addAll(new ClassFolder(path).classes());
    } else {
      addJar(path, path.getFileName().toString());
    }
  }

  private void addJar(Path file, String origin) throws IOException {
    ClassJar jar = openJar(file, origin);
    open.push(jar);
    addAll(jar.classes());
    for (JarEntry nested : jar.nestedJars()) {
      addNested(jar, nested, origin);
    }
    for (String url : jar.manifestClassPath()) {
      Optional<Path> path = resolve(file, url);
      if (path.isPresent() && Files.exists(path.get())) {
        add(path.get());
      }
    }
  }

  private static ClassJar openJar(Path file, String origin) throws IOException {
    try {
      return ClassJar.open(file, origin);
    } catch (IOException e) {
      throw new IOException(file + " is not a readable jar: " + e.getMessage(), e);
    }
  }

  /** Copies a nested jar to a temporary file: {@code JarFile} cannot read a jar inside a jar. */
  private void addNested(ClassJar jar, JarEntry entry, String origin) throws IOException {
    Path copy = Files.createTempFile("mulligan-check-", ".jar");
    open.push(() -> Files.deleteIfExists(copy));
    Files.write(copy, jar.read(entry));
    String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    ClassJar nested = openJar(copy, origin + "!/" + name);
    open.push(nested);
    addAll(nested.classes());
  }

  /** Ignores unusable entries of a manifest's class path, as the JVM does. */
  private static Optional<Path> resolve(Path jar, String url) {
    try {
      return Optional.of(Path.of(jar.toAbsolutePath().toUri().resolve(URI.create(url))));
    } catch (IllegalArgumentException | FileSystemNotFoundException notAFile) {
      return Optional.empty();
    }
  }

  private void addAll(List<ClassFile> found) {
    found.forEach(file -> classes.putIfAbsent(file.className(), file));
  }

  Collection<ClassFile> classes() {
    return new ArrayList<>(classes.values());
  }

  Optional<ClassFile> find(String className) {
    return Optional.ofNullable(classes.get(className));
  }

  /** Closes the jars and removes the copies of nested ones. */
  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
