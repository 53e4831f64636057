package dev.mulligan.rules;

import java.io.File;
import java.util.List;

/**
 * Where a rule file was read from: when one of these changes it is to be read again.
 *
 * @param files also those that can't be read, the main file first
 * @param folders in which files were looked for by a pattern
 */
public record ReadFiles(List<File> files, List<File> folders) {

  public ReadFiles {
    files = List.copyOf(files);
    folders = List.copyOf(folders);
  }

  /** The one that includes the others. */
  public File main() {
    return files.get(0);
  }
}
