package dev.mulligan.rules;

import dev.mulligan.rules.yaml.Stamp;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files from which a rule file was read, and their state at that time. When one of them
 * changes, the agent reloads the rule file.
 *
 * @param files the main file first, unreadable files included
 * @param folders the folders that were searched for a file pattern
 * @param stamps the {@link Stamp} of each file and folder
 */
public record ReadFiles(List<File> files, List<File> folders, Map<File, Long> stamps) {

  public ReadFiles {
    files = List.copyOf(files);
    folders = List.copyOf(folders);
    stamps = Map.copyOf(stamps);
  }

  /** A rule file that does not exist. */
  public static ReadFiles missing(File file) {
    return new ReadFiles(List.of(file), List.of(), Map.of(file, Stamp.ofFile(file)));
  }

  /** The main file, which includes the others. */
  public File main() {
    return files.get(0);
  }

  /** The current stamps of the same files and folders. */
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
