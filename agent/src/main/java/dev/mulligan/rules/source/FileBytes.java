package dev.mulligan.rules.source;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Reads small files whole; its exceptions tell users why a file cannot be read. */
public final class FileBytes {

  private FileBytes() {}

  /**
   * @param most the maximum number of bytes
   * @throws IOException whose message is only the reason, without the file's name
   */
  public static byte[] read(File file, int most) throws IOException {
    if (file.isDirectory()) {
      throw new IOException("it is a directory");
    }
    byte[] bytes;
    try (InputStream in = new FileInputStream(file)) {
      bytes = in.readNBytes(most + 1);
    } catch (FileNotFoundException e) {
      throw new IOException(
          file.exists() ? "it cannot be opened for reading" : missing(file.getPath()), e);
    }
    if (bytes.length > most) {
      throw new IOException("it is larger than " + most / 1024 + " KB");
    }
    return bytes;
  }

  /** Why a file does not seem to exist. */
  public static String missing(String path) {
    String reason = FileNames.reason(path);
    return reason.isEmpty() ? "there is no such file" : reason;
  }
}
