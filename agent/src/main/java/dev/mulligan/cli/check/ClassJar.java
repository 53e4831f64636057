package dev.mulligan.cli.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A jar or war, read as this version of Java would (multi-release). */
final class ClassJar implements AutoCloseable {

  private final JarFile jar;
  private final String origin;

  private ClassJar(JarFile jar, String origin) {
    this.jar = jar;
    this.origin = origin;
  }

  /**
   * @param origin the name to show for it
   * @throws IOException when it is not a jar
   */
  static ClassJar open(Path file, String origin) throws IOException {
    JarFile jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
    return new ClassJar(jar, origin);
  }

  private final class InJar implements ClassFile {
    private final String className;
    private final JarEntry entry;

    InJar(String className, JarEntry entry) {
      this.className = className;
      this.entry = entry;
    }

    @Override
    public String className() {
      return className;
    }

    @Override
    public String origin() {
      return origin;
    }

    @Override
    public byte[] bytes() throws IOException {
      return read(entry);
    }
  }

  List<ClassFile> classes() {
    try (Stream<JarEntry> entries = jar.versionedStream()) {
      return entries.flatMap(this::classFile).toList();
    }
  }

  private Stream<ClassFile> classFile(JarEntry entry) {
    return EntryNames.className(EntryNames.withoutApplicationFolder(entry.getName())).stream()
        .map(className -> new InJar(className, entry));
  }

  /** The libraries inside an executable jar or war. */
  List<JarEntry> nestedJars() {
    try (Stream<JarEntry> entries = jar.versionedStream()) {
      return entries.filter(entry -> EntryNames.isNestedJar(entry.getName())).toList();
    }
  }

  /**
   * @throws IOException when it cannot be read
   */
  byte[] read(JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** The manifest's {@code Class-Path}: relative URLs and file URLs only. */
  List<String> manifestClassPath() throws IOException {
    Optional<String> classPath =
        Optional.ofNullable(jar.getManifest())
            .map(Manifest::getMainAttributes)
            .map(attributes -> attributes.getValue(Attributes.Name.CLASS_PATH));
    List<String> entries = new ArrayList<>();
    for (String url : classPath.orElse("").trim().split("\\s+", -1)) {
      if (!url.isEmpty() && (!url.contains(":") || url.startsWith("file:"))) {
        entries.add(url);
      }
    }
    return entries;
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
