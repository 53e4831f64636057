package dev.mulligan.cli.check;

import java.io.IOException;

/** A class file somewhere on a class path. */
interface ClassFile {

  /** As {@link Class#getName} gives it, by the file's place. */
  String className();

  /** The jar or folder it is in, for people; inside an executable jar {@code app.jar!/lib.jar}. */
  String origin();

  /**
   * @throws IOException when it cannot be read
   */
  byte[] bytes() throws IOException;
}
