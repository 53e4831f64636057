package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.FileBytes;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Tells one content of a file or folder from another: its CRC-32 above its length. Times are not
 * part of it. They are coarse on some file systems, a ConfigMap's files keep theirs over a change,
 * and a change during the reading would be taken for the state that was read.
 */
public final class Stamp {

  private static final long NONE = -1;

  private Stamp() {}

  /** Of a file's content as it was read. */
  static long of(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content, 0, content.length);
    return crc.getValue() << Integer.SIZE | content.length;
  }

  /** Of a rule file as it is now; the same for all that cannot be read. */
  public static long ofFile(File file) {
    try {
      return of(FileBytes.read(file, RuleText.MOST_BYTES));
    } catch (IOException unreadable) {
      return NONE;
    }
  }

  /** Of the names in a folder. */
  public static long ofFolder(File folder) {
    String[] names = folder.list();
    if (names == null) {
      return NONE;
    }
    Arrays.sort(names);
    return Arrays.hashCode(names);
  }
}
