package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.Program;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A generated application with {@value #METHODS} methods in {@value #CLASSES} loaded classes. It is
 * an agent of its own: its transformer can brake or stall every retransformation, so that a test
 * meets a change of rules in progress.
 *
 * <p>It answers lines: {@code call N} calls a method of class N that fails once, {@code delay
 * MILLIS} brakes each class, {@code stall N} stalls after N classes until {@code go}. The last
 * three are answered with the number of the round, which {@code passed 40 in round R} and {@code
 * stalled in round R} name.
 */
final class ManyMethods {

  static final int CLASSES = 182;
  static final int METHODS = 18_200;

  /** Matches all of them. */
  static final String ALL = "many.C*.work*(..)";

  private static final int OF_A_CLASS = METHODS / CLASSES;

  private static @Nullable Path made;

  private ManyMethods() {}

  static RunningJvm on(Jdk jdk) {
    Path jar = jar();
    RunningJvm running =
        ChildJvm.of(jdk, Program.jar(jar))
            .options("-javaagent:" + jar, "-XX:+EnableDynamicAgentLoading")
            .start();
    running.awaitOut("ready");
    return running;
  }

  private static synchronized Path jar() {
    Path jar = made;
    if (jar == null) {
      try {
        jar = withManifest(App.compiled("many-methods", sources()).jar());
        made = jar;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return jar;
  }

  private static Path withManifest(Path plain) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, "many.Main");
    attributes.putValue("Premain-Class", "many.Main");
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = plain.resolveSibling("many-methods-agent.jar");
    try (JarFile from = new JarFile(plain.toFile());
        OutputStream out = Files.newOutputStream(jar);
        JarOutputStream to = new JarOutputStream(out, manifest)) {
      for (JarEntry entry :
          from.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
        to.putNextEntry(new JarEntry(entry.getName()));
        from.getInputStream(entry).transferTo(to);
      }
    }
    return jar;
  }

  private static Path sources() throws IOException {
    Path sources = Files.createTempDirectory("mulligan-many");
    for (int type = 1; type <= CLASSES; type++) {
      StringBuilder code =
          new StringBuilder("package many;\npublic class C" + type + " implements Work {\n");
      for (int method = 0; method < OF_A_CLASS; method++) {
        code.append("  public String work")
            .append(method)
            .append("(String a) throws java.io.IOException { Main.fail(); return a + ")
            .append(method)
            .append("; }\n");
      }
      Files.writeString(sources.resolve("C" + type + ".java"), code.append("}\n"));
    }
    Files.writeString(
        sources.resolve("Work.java"),
        "package many;\npublic interface Work { String work0(String a) throws java.io.IOException; }\n");
    Files.writeString(sources.resolve("Main.java"), MAIN.formatted(CLASSES));
    return sources;
  }

  private static final String MAIN =
      """
      package many;
      import java.io.BufferedReader;
      import java.io.IOException;
      import java.io.InputStreamReader;
      import java.lang.instrument.ClassFileTransformer;
      import java.lang.instrument.Instrumentation;
      import java.security.ProtectionDomain;
      import java.util.concurrent.atomic.AtomicInteger;
      public class Main implements ClassFileTransformer {
        private static final AtomicInteger FAILURES = new AtomicInteger();
        private static final AtomicInteger PASSED = new AtomicInteger();
        private static volatile int stall;
        private static volatile int delay;
        private static volatile int round;
        public static void premain(String arguments, Instrumentation instrumentation) {
          instrumentation.addTransformer(new Main(), true);
        }
        static void fail() throws IOException {
          if (FAILURES.getAndDecrement() > 0) {
            throw new IOException("failure");
          }
        }
        public byte[] transform(ClassLoader loader, String name, Class<?> redefined,
            ProtectionDomain domain, byte[] file) {
          if (redefined != null && name.startsWith("many/C")) {
            try {
              if (PASSED.incrementAndGet() == 40) {
                System.out.println("passed 40 in round " + round);
              }
              if (stall > 0 && PASSED.get() > stall) {
                System.out.println("stalled in round " + round);
              }
              while (stall > 0 && PASSED.get() > stall) {
                Thread.sleep(10);
              }
              Thread.sleep(delay);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          return null;
        }
        public static void main(String[] arguments) throws Exception {
          Work[] works = new Work[%1$d];
          for (int i = 0; i < works.length; i++) {
            works[i] = (Work) Class.forName("many.C" + (i + 1)).getConstructor().newInstance();
          }
          System.out.println("ready");
          BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
              case "call" -> System.out.println(call(works[Integer.parseInt(words[1]) - 1]));
              case "delay" -> delay = Integer.parseInt(words[1]);
              case "stall" -> stall = Integer.parseInt(words[1]);
              default -> { stall = 0; delay = 0; }
            }
            if (!words[0].equals("call")) {
              PASSED.set(0);
              System.out.println("round " + ++round);
            }
          }
        }
        private static String call(Work work) {
          FAILURES.set(1);
          try {
            work.work0("a");
            return "retried";
          } catch (IOException e) {
            return "failed";
          }
        }
      }
      """;
}
