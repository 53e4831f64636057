package dev.mulligan.cli.check;

import java.io.IOException;

/** A class file on a class path. */
interface ClassFile {

  /** The class name in the form of {@link Class#getName}, derived from the file's path. */
  String className();

  /**
   * The jar or folder that contains it, for messages; {@code app.jar!/lib.jar} inside an executable
   * jar.
   */
  String origin();

  /**
   * @throws IOException when it cannot be read
   */
  byte[] bytes() throws IOException;
}
