package dev.mulligan.cli.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Class files and jars made for a test. */
final class ClassBytes {

  private ClassBytes() {}

  /** A public class with static methods that do nothing. */
  static byte[] named(String className, String... methods) {
    ClassWriter writer = begin(className, "java/lang/Object");
    for (String method : methods) {
      addMethod(writer, Opcodes.ACC_STATIC, method, "()V");
    }
    return writer.toByteArray();
  }

  static ClassWriter begin(String className, String superclass, String... interfaces) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
        className.replace('.', '/'),
        null,
        superclass,
        interfaces);
    return writer;
  }

  static void addMethod(ClassWriter writer, int access, String name, String descriptor) {
    MethodVisitor method = writer.visitMethod(access, name, descriptor, null, null);
    method.visitCode();
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  static byte[] jar(Map<String, byte[]> entries, String... classPath) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MULTI_RELEASE, "true");
    if (classPath.length > 0) {
      attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", List.of(classPath)));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
