package dev.mulligan.it;

import dev.mulligan.it.harness.AgentJar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** The product's jar as a later release: another file, with another version. */
final class NewerJar {

  static final String VERSION = "9.9.9";

  private NewerJar() {}

  static Path in(Path folder) {
    Path jar = folder.resolve("mulligan-agent-" + VERSION + ".jar");
    try {
      Files.copy(AgentJar.path(), jar);
      try (FileSystem content = FileSystems.newFileSystem(jar)) {
        Path manifest = content.getPath("META-INF/MANIFEST.MF");
        Files.write(manifest, withVersion(manifest));
        Path version = content.getPath("mulligan/dev/mulligan/agent/version");
        Files.writeString(version, VERSION);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] withVersion(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Manifest manifest = new Manifest(in);
      manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, VERSION);
      manifest.write(out);
      return out.toByteArray();
    }
  }
}
