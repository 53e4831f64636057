package dev.mulligan.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.boot.loader.tools.Libraries;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** Spring Boot's own packaging: one executable jar with the libraries inside. */
public final class BootJar {

  private BootJar() {}

  /** The application's executable jar, beside its plain one. */
  public static Path of(App app, String mainClass) {
    File executable = App.FOLDER.resolve(app.name() + "-executable.jar").toFile();
    Libraries libraries =
        callback -> {
          for (Path library : app.libraries()) {
            callback.library(new Library(library.toFile(), LibraryScope.COMPILE));
          }
        };
    Repackager repackager = new Repackager(app.jar().toFile());
    repackager.setMainClass(mainClass);
    repackager.setBackupSource(false);
    try {
      repackager.repackage(executable, libraries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return executable.toPath().toAbsolutePath();
  }
}
