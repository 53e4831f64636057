package dev.mulligan.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

  @TempDir Path folder;

  @BeforeEach
  void twoJarsInAFolder() throws IOException {
    jar("a.jar", Map.of("com/acme/A.class", ClassBytes.named("com.acme.A")));
    jar("b.jar", Map.of("com/acme/B.class", ClassBytes.named("com.acme.B")));
  }

  @Test
  void holdsTheClassesOfAJar() throws IOException {
    assertThat(classes(path("a.jar"))).containsExactly("com.acme.A");
  }

  @Test
  void holdsEveryJarOfAFolderWithAStar() throws IOException {
    assertThat(classes(folder + "/*")).containsExactlyInAnyOrder("com.acme.A", "com.acme.B");
  }

  @Test
  void isTakenApartAtTheSystemsSeparator() throws IOException {
    assertThat(classes(path("a.jar") + File.pathSeparator + path("b.jar")))
        .containsExactly("com.acme.A", "com.acme.B");
  }

  @Test
  void holdsTheClassesOfAFolder() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes/com/acme"));
    Files.write(classes.resolve("C$D.class"), ClassBytes.named("com.acme.C$D"));
    Files.writeString(classes.resolve("notes.txt"), "no class");

    assertThat(classes(path("classes"))).containsExactly("com.acme.C$D");
  }

  @Test
  void takesTheFirstOfTwoClassesWithOneName() throws IOException {
    jar("other.jar", Map.of("com/acme/A.class", ClassBytes.named("com.acme.A", "other")));

    try (ClassPath classPath = ClassPath.open(List.of(path("a.jar"), path("other.jar")))) {
      assertThat(classPath.find("com.acme.A").map(ClassFile::origin)).contains("a.jar");
    }
  }

  @Test
  void holdsWhatIsInsideASpringBootJar() throws IOException {
    byte[] library = ClassBytes.jar(Map.of("org/lib/L.class", ClassBytes.named("org.lib.L")));
    jar(
        "app.jar",
        Map.of(
            "BOOT-INF/classes/com/acme/App.class", ClassBytes.named("com.acme.App"),
            "BOOT-INF/lib/lib-1.0.jar", library,
            "org/springframework/boot/loader/Launcher.class",
                ClassBytes.named("org.springframework.boot.loader.Launcher")));

    assertThat(classes(path("app.jar")))
        .containsExactlyInAnyOrder(
            "com.acme.App", "org.lib.L", "org.springframework.boot.loader.Launcher");
    try (ClassPath classPath = ClassPath.open(List.of(path("app.jar")))) {
      assertThat(classPath.find("org.lib.L").map(ClassFile::origin))
          .contains("app.jar!/lib-1.0.jar");
    }
  }

  @Test
  void holdsWhatIsInsideAWar() throws IOException {
    byte[] library = ClassBytes.jar(Map.of("org/lib/L.class", ClassBytes.named("org.lib.L")));
    jar(
        "app.war",
        Map.of(
            "WEB-INF/classes/com/acme/App.class",
            ClassBytes.named("com.acme.App"),
            "WEB-INF/lib/lib.jar",
            library));

    assertThat(classes(path("app.war"))).containsExactlyInAnyOrder("com.acme.App", "org.lib.L");
  }

  @Test
  void followsTheClassPathOfAManifestAndPassesOverWhatIsNotThere() throws IOException {
    Files.write(
        folder.resolve("main.jar"),
        ClassBytes.jar(Map.of(), "b.jar", "missing.jar", "http://example.com/x.jar", "main.jar"));

    assertThat(classes(path("main.jar"))).containsExactly("com.acme.B");
  }

  @Test
  void readsAMultiReleaseJarAsThisJavaWould() throws IOException {
    byte[] newer = ClassBytes.named("com.acme.M", "ofJava17");
    jar(
        "multi.jar",
        Map.of(
            "com/acme/M.class",
            ClassBytes.named("com.acme.M", "ofJava8"),
            "META-INF/versions/17/com/acme/M.class",
            newer));

    try (ClassPath classPath = ClassPath.open(List.of(path("multi.jar")))) {
      assertThat(classPath.find("com.acme.M").orElseThrow().bytes()).isEqualTo(newer);
      assertThat(classPath.classes()).hasSize(1);
    }
  }

  @Test
  void namesTheEntryThatIsMissing() {
    assertThatThrownBy(() -> ClassPath.open(List.of(path("gone.jar"))))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("gone.jar");
  }

  @Test
  void namesTheFileThatIsNoJar() throws IOException {
    Files.writeString(folder.resolve("broken.jar"), "not a jar");

    assertThatThrownBy(() -> ClassPath.open(List.of(path("broken.jar"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken.jar is not a readable jar");
  }

  @Test
  void leavesNoCopyOfANestedJarBehind() throws IOException {
    byte[] library = ClassBytes.jar(Map.of("org/lib/L.class", ClassBytes.named("org.lib.L")));
    jar("app.jar", Map.of("BOOT-INF/lib/lib.jar", library));
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

    classes(path("app.jar"));

    assertThat(temporary).isDirectoryNotContaining("glob:**/mulligan-check-*");
  }

  @Test
  void knowsSupertypesFromTheJdkToo() throws IOException {
    try (ClassPath classPath = ClassPath.open(List.of(path("a.jar")))) {
      KnownTypes types = new KnownTypes(classPath);

      assertThat(types.find("java.io.FileInputStream")).isPresent();
      assertThat(types.isOfJdk("java.io.FileInputStream")).isTrue();
      assertThat(types.isOfJdk("com.acme.A")).isFalse();
      assertThat(types.find("com.acme.Nowhere")).isEqualTo(Optional.empty());
    }
  }

  private List<String> classes(String element) throws IOException {
    try (ClassPath classPath = ClassPath.open(List.of(element))) {
      return classPath.classes().stream().map(ClassFile::className).toList();
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void jar(String name, Map<String, byte[]> entries) throws IOException {
    Files.write(folder.resolve(name), ClassBytes.jar(entries));
  }
}
