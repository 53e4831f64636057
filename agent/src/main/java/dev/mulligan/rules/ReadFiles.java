package dev.mulligan.rules;

import dev.mulligan.rules.yaml.Stamp;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that a rule file was read from, and their state when they were read: when one of them
 * changes the rule file is to be read again.
 *
 * @param files also those that can't be read, the main file first
 * @param folders in which files were looked for by a pattern
 * @param stamps of all of them, see {@link Stamp}
 */
public record ReadFiles(List<File> files, List<File> folders, Map<File, Long> stamps) {

  public ReadFiles {
    files = List.copyOf(files);
    folders = List.copyOf(folders);
    stamps = Map.copyOf(stamps);
  }

  /** A file that is not there. */
  public static ReadFiles missing(File file) {
    return new ReadFiles(List.of(file), List.of(), Map.of(file, Stamp.ofFile(file)));
  }

  /** The one that includes the others. */
  public File main() {
    return files.get(0);
  }

  /** The stamps of the same files and folders as they are now. */
  public Map<File, Long> stampsNow() {
    Map<File, Long> now = new HashMap<>();
    for (File file : files) {
      now.put(file, Stamp.ofFile(file));
    }
    for (File folder : folders) {
      now.put(folder, Stamp.ofFolder(folder));
    }
    return now;
  }
}
