package dev.mulligan.cli.check;

import java.io.IOException;
import java.util.Optional;
import net.bytebuddy.dynamic.ClassFileLocator;

/**
 * The class files of a class path, and behind them those of the JDK, as Byte Buddy asks for them.
 */
final class ClassFiles implements ClassFileLocator {

  private final ClassPath classPath;
  private final JdkClasses jdk = new JdkClasses();

  ClassFiles(ClassPath classPath) {
    this.classPath = classPath;
  }

  /**
   * @throws IOException when it is there and cannot be read
   */
  Optional<byte[]> bytes(String className) throws IOException {
    Optional<ClassFile> file = classPath.find(className);
    return file.isPresent() ? Optional.of(file.get().bytes()) : jdk.bytes(className);
  }

  @Override
  public Resolution locate(String name) throws IOException {
    Optional<byte[]> found = bytes(name);
    return found.isPresent() ? new Resolution.Explicit(found.get()) : new Resolution.Illegal(name);
  }

  @Override
  public void close() {
    // the class path is closed by who opened it
  }
}
