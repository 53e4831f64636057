package dev.mulligan.rules.read;

import dev.mulligan.rules.Packs;
import dev.mulligan.rules.ReadFiles;
import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.FileGlob;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.Paths;
import dev.mulligan.rules.value.RuleDocument;
import dev.mulligan.rules.value.RuleDocument.Origin;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.yaml.Node;
import dev.mulligan.rules.yaml.RuleText;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.rules.yaml.Stamp;
import dev.mulligan.rules.yaml.YamlReader;
import dev.mulligan.text.NearestName;
import java.io.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loads a rule file and its includes in the order in which rules are tried: a file's own rules come
 * before those of its includes. It reads a file only once, even if it is included twice.
 */
final class DocumentLoader {

  private static final int MOST_FILES = 200;

  private final RuleText texts;
  private final YamlReader yaml;
  private final Values values;
  private final Problems problems;
  private final List<RuleDocument> documents = new ArrayList<>();
  private final List<File> files = new ArrayList<>();
  private final List<File> folders = new ArrayList<>();
  private final Map<File, Long> folderStamps = new HashMap<>();
  private final Set<File> loaded = new HashSet<>();
  private final Deque<File> open = new ArrayDeque<>();

  DocumentLoader(RuleText texts, YamlReader yaml, Problems problems) {
    this.texts = texts;
    this.yaml = yaml;
    this.values = new Values(problems);
    this.problems = problems;
  }

  List<RuleDocument> documents() {
    return documents;
  }

  ReadFiles read() {
    Map<File, Long> stamps = new HashMap<>(folderStamps);
    stamps.putAll(texts.stamps());
    return new ReadFiles(files, folders, stamps);
  }

  void load(File file, Optional<Place> includedAt) {
    File identity = canonical(file);
    if (open.contains(identity)) {
      problems.error(
          includedAt.orElseThrow(), "files include each other in a circle: " + circle(identity));
    } else if (loaded.add(identity)) {
      files.add(file);
      open.addLast(identity);
      read(file, includedAt);
      open.removeLast();
    }
  }

  private String circle(File identity) {
    StringBuilder names = new StringBuilder();
    boolean inside = false;
    for (File file : open) {
      inside |= file.equals(identity);
      if (inside) {
        names.append(file.getName()).append(" -> ");
      }
    }
    return names.append(identity.getName()).toString();
  }

  private void read(File file, Optional<Place> includedAt) {
    int errorsBefore = problems.errorCount();
    Optional<Node> root = texts.read(file, includedAt, yaml);
    if (root.isEmpty() || (root.get() instanceof Scalar nothing && nothing.isNull())) {
      if (problems.errorCount() == errorsBefore) {
        problems.error(file.getPath(), "the file is empty: begin it with 'version: 1'");
      }
      return;
    }
    Optional<Block> block = Block.of(root.get(), Keys.FILE, "a rule file", problems);
    if (block.isPresent()) {
      documents.add(new RuleDocument(Origin.FILE, block.get(), includedAt));
      loadIncludes(block.get());
    }
  }

  private void loadPack(Scalar include) {
    String name = include.text().substring(Packs.PREFIX.length());
    if (!Packs.NAMES.contains(name)) {
      reportUnknownPack(include, name);
    } else if (loaded.add(Packs.file(name))) {
      Node root = yaml.read(Packs.text(name)).orElseThrow();
      Block block = Block.of(root, Keys.FILE, "a pack", problems).orElseThrow();
      documents.add(new RuleDocument(Origin.PACK, block, Optional.of(include.place())));
    }
  }

  private void reportUnknownPack(Scalar include, String name) {
    Optional<String> nearest = NearestName.of(name, Packs.NAMES);
    problems.error(
        include.place(),
        "unknown pack "
            + include.kind()
            + (nearest.isPresent() ? "" : "; known are " + String.join(", ", Packs.NAMES)),
        nearest.isPresent() ? Optional.of(Packs.PREFIX + nearest.get()) : nearest);
  }

  private void loadIncludes(Block block) {
    Optional<Field> include = block.fullField("include");
    if (include.isEmpty()) {
      return;
    }
    for (Field element : values.list(include.get())) {
      Optional<Scalar> name = values.scalar(element, "a file name such as ./teams/*.yaml");
      if (name.isPresent()) {
        loadInclude(name.get());
      }
    }
  }

  private void loadInclude(Scalar name) {
    if (name.text().startsWith(Packs.PREFIX)) {
      loadPack(name);
      return;
    }
    if (name.text().contains("**")) {
      problems.error(name.place(), name.kind() + ": '**' is not supported: use '*'");
      return;
    }
    File file = Paths.relativeTo(name.place(), name.text());
    if (!FileGlob.isGlob(name.text())) {
      loadLimited(file, name.place());
      return;
    }
    for (File folder : FileGlob.folders(file)) {
      folders.add(folder);
      folderStamps.put(folder, Stamp.ofFolder(folder)); // before it is searched
    }
    List<File> found = FileGlob.expand(file);
    if (found.isEmpty()) {
      problems.warning(name.place(), "no file matches " + name.kind());
    }
    for (File each : found) {
      loadLimited(each, name.place());
    }
  }

  private void loadLimited(File file, Place place) {
    if (files.size() == MOST_FILES) {
      problems.error(place, "more than " + MOST_FILES + " files are included");
    } else if (files.size() < MOST_FILES) {
      load(file, Optional.of(place));
    }
  }

  private static File canonical(File file) {
    try {
      return file.getCanonicalFile();
    } catch (IOException e) {
      return file.getAbsoluteFile();
    }
  }
}
