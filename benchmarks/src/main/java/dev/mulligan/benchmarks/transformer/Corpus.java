package dev.mulligan.benchmarks.transformer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The class files of the libraries in the benchmarks' own jar, as a sample of an application's
 * classes.
 */
final class Corpus {

  static final int SIZE = 4_000;

  private static final List<String> OURS = List.of("dev/mulligan/", "com/acme/", "META-INF/");

  private Corpus() {}

  /**
   * @param name internal, like {@code java/lang/Object}
   */
  @SuppressWarnings("ArrayRecordComponent") // class files are never compared here
  record ClassFile(String name, byte[] bytes) {}

  /**
   * Selects the same classes in the same order in every JVM, evenly from all libraries in the jar.
   */
  static List<ClassFile> in(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<ZipEntry> entries = classesOfOthers(zip);
      Collections.shuffle(entries, new Random(17));
      List<ClassFile> classes = new ArrayList<>();
      for (ZipEntry entry : entries.subList(0, SIZE)) {
        classes.add(read(zip, entry));
      }
      return classes;
    }
  }

  /** A class of the benchmarks themselves. */
  static ClassFile own(Path jar, Class<?> type) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return read(zip, zip.getEntry(type.getName().replace('.', '/') + ".class"));
    }
  }

  private static List<ZipEntry> classesOfOthers(ZipFile zip) {
    List<ZipEntry> classes = new ArrayList<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      String name = entry.getName();
      if (name.endsWith(".class") && OURS.stream().noneMatch(name::startsWith)) {
        classes.add(entry);
      }
    }
    return classes;
  }

  private static ClassFile read(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new ClassFile(entry.getName().replaceFirst("\\.class$", ""), in.readAllBytes());
    }
  }
}
