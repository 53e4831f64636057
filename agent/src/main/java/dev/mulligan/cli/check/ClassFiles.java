package dev.mulligan.cli.check;

import java.io.IOException;
import java.util.Optional;
import net.bytebuddy.dynamic.ClassFileLocator;

/** Finds class files for Byte Buddy: on a class path first, then in the JDK. */
final class ClassFiles implements ClassFileLocator {

  private final ClassPath classPath;
  private final JdkClasses jdk = new JdkClasses();

  ClassFiles(ClassPath classPath) {
    this.classPath = classPath;
  }

  /**
   * @throws IOException when the class file exists but cannot be read
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
    // the opener closes the class path
  }
}
