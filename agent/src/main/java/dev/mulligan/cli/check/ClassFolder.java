package dev.mulligan.cli.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of class files on a class path. */
record ClassFolder(Path folder) {

  private record InFolder(String className, String origin, Path file) implements ClassFile {
    @Override
    public byte[] bytes() throws IOException {
      return Files.readAllBytes(file);
    }
  }

  /**
   * @throws IOException when the folder cannot be listed
   */
  List<ClassFile> classes() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.flatMap(this::classFile).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Stream<ClassFile> classFile(Path file) {
    String name = folder.relativize(file).toString().replace(java.io.File.separatorChar, '/');
    return EntryNames.className(name).stream()
        .map(className -> new InFolder(className, folder.toString(), file));
  }
}
