package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.FileBytes;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Identifies the content of a file or folder by its CRC-32 and length. It does not use file times:
 * they are coarse on some file systems, a ConfigMap's files keep theirs across changes, and a
 * change during reading would go unnoticed.
 */
public final class Stamp {

  private static final long NONE = -1;

  private Stamp() {}

  /** The stamp of a file's content. */
  static long of(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content, 0, content.length);
    return crc.getValue() << Integer.SIZE | content.length;
  }

  /** The stamp of a rule file's current content; the same for all unreadable files. */
  public static long ofFile(File file) {
    try {
      return of(FileBytes.read(file, RuleText.MOST_BYTES));
    } catch (IOException unreadable) {
      return NONE;
    }
  }

  /** The stamp of the names in a folder. */
  public static long ofFolder(File folder) {
    String[] names = folder.list();
    if (names == null) {
      return NONE;
    }
    Arrays.sort(names);
    return Arrays.hashCode(names);
  }
}
