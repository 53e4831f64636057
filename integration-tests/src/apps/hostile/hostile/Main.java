package hostile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A process of another user that attacks the command line: as soon as it is handed the directory of
 * a request it puts something else in its place.
 *
 * <p>Arguments: {@code link VICTIM} or {@code pipe}.
 */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println("ready");
    Path temporary = Path.of("/tmp");
    while (true) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(temporary, "mulligan-*")) {
        for (Path directory : found) {
          if (Files.isDirectory(directory) && Files.isWritable(directory)) {
            attack(directory, arguments);
          }
        }
      } catch (IOException | RuntimeException gone) {
        // the next round
      }
    }
  }

  private static void attack(Path directory, String[] arguments) throws Exception {
    if (arguments[0].equals("link")) {
      Files.move(directory, directory.resolveSibling("attacked-" + System.nanoTime()));
      Files.createSymbolicLink(directory, Path.of(arguments[1]));
      System.out.println("attacked");
      return;
    }
    Path reply = directory.resolve("reply.json");
    while (Files.exists(directory)) {
      if (Files.isRegularFile(reply) || !Files.exists(reply)) {
        Files.deleteIfExists(reply);
        new ProcessBuilder("mkfifo", reply.toString()).start().waitFor(10, TimeUnit.SECONDS);
        System.out.println("attacked");
      }
    }
  }
}
