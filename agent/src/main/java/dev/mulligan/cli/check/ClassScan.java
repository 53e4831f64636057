package dev.mulligan.cli.check;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFactsReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads every class of a class path; it records unreadable classes and continues. */
final class ClassScan {

  private final ClassPath classPath;
  private final List<String> unreadable = new ArrayList<>();

  ClassScan(ClassPath classPath) {
    this.classPath = classPath;
  }

  void forEach(Consumer<ClassFacts> visitor) {
    for (ClassFile file : classPath.classes()) {
      try {
        visitor.accept(ClassFactsReader.read(file.bytes(), ClassFacts.Origin.APPLICATION));
      } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
        unreadable.add(file.className() + " in " + file.origin() + ": " + e.getMessage());
      }
    }
  }

  List<String> unreadable() {
    return List.copyOf(unreadable);
  }
}
