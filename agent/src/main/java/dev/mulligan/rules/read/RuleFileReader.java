package dev.mulligan.rules.read;

import dev.mulligan.rules.AgentSettings;
import dev.mulligan.rules.ReadFiles;
import dev.mulligan.rules.ReadResult;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.rules.RuleSource;
import dev.mulligan.rules.notifications.NotificationsReader;
import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.FileBytes;
import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.strategy.ClassNameReader;
import dev.mulligan.rules.strategy.StrategyCatalog;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.RuleDocument;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.yaml.RuleText;
import dev.mulligan.rules.yaml.Scalar;
import dev.mulligan.rules.yaml.YamlReader;
import java.io.File;
import java.util.List;
import java.util.Optional;

/** Reads a rule file with its includes and reports all its mistakes together. */
public final class RuleFileReader {

  private final Problems problems = new Problems();
  private final Values values = new Values(problems);
  private final ClassNameReader classNames = new ClassNameReader(problems);
  private final StrategyCatalog strategies = new StrategyCatalog(classNames, problems);
  private final StormReader storm = new StormReader(problems);
  private final RuleReader rules = new RuleReader(strategies, storm, problems);
  private final NotificationsReader notifications = new NotificationsReader(problems);
  private final DocumentLoader loader;
  private AgentSettings agent = AgentSettings.NONE;

  private RuleFileReader(Environment environment) {
    YamlReader yaml = new YamlReader(environment, problems);
    loader = new DocumentLoader(new RuleText(problems), yaml, problems);
  }

  /** Reads a rule file. Never throws, whatever the file contains. */
  public static ReadResult read(File file, Environment environment) {
    return read(RuleSource.option(file.getPath()), environment);
  }

  /**
   * Like {@link #read(File, Environment)}; the message about a missing file names the source of its
   * name.
   */
  public static ReadResult read(RuleSource source, Environment environment) {
    return new RuleFileReader(environment).read(source);
  }

  private ReadResult read(RuleSource source) {
    if (!source.file().exists()) {
      String path = source.file().getPath();
      problems.error(path, FileBytes.missing(path) + source.whenMissing());
      return new ReadResult.Refused(problems.toList(), ReadFiles.missing(source.file()));
    }
    loader.load(source.file(), Optional.empty());
    List<RuleDocument> documents = loader.documents();
    for (RuleDocument document : documents) {
      define(document);
    }
    for (RuleDocument document : documents) {
      readDocument(document);
    }
    RuleFile result =
        new RuleFile(
            strategies.resolveAll(),
            rules.rules(),
            notifications.settings(),
            agent,
            storm.protection(),
            classNames.mentions(),
            loader.read());
    if (problems.errorCount() > 0) {
      return new ReadResult.Refused(problems.toList(), loader.read());
    }
    warnOfNoRules(documents);
    return new ReadResult.Accepted(result, problems.toList());
  }

  /**
   * Collects the strategies and the names of rules before any rule is read: files refer to each
   * other.
   */
  private void define(RuleDocument document) {
    checkVersion(document);
    Optional<Field> defined = document.block().fullField("strategies");
    if (defined.isPresent()) {
      strategies.define(defined.get(), document.origin());
    }
    Optional<Field> written = document.block().fullField("rules");
    if (written.isPresent() && !document.isPack()) {
      rules.collectNames(written.get());
    }
  }

  private void checkVersion(RuleDocument document) {
    Optional<Field> field = document.block().field("version");
    if (field.isEmpty()) {
      problems.error(
          document.block().place(), "the version is missing: begin the file with 'version: 1'");
      return;
    }
    Optional<Scalar> version = values.scalar(field.get(), "1");
    if (version.isPresent()
        && !values.whole(version.get()).equals(Optional.of((long) RuleFile.VERSION))) {
      values.refuse(field.get(), "1, the only version so far");
    }
  }

  private void readDocument(RuleDocument document) {
    Optional<Field> written = document.block().fullField("rules");
    if (written.isPresent()) {
      rules.read(written.get(), document.origin());
    }
    Optional<Field> channels = document.block().fullField("notifications");
    if (channels.isPresent()) {
      notifications.read(channels.get());
    }
    Optional<Field> settings = document.block().fullField("agent");
    if (settings.isPresent() && isForMainFile(document, settings.get())) {
      agent = new AgentSettingsReader(storm, problems).read(settings.get());
    }
  }

  private boolean isForMainFile(RuleDocument document, Field field) {
    if (!document.isMain()) {
      problems.error(
          field.keyPlace(),
          "'"
              + field.name()
              + "' belongs in the main file, "
              + loader.read().main().getPath()
              + ", not in an included file");
    }
    return document.isMain();
  }

  private void warnOfNoRules(List<RuleDocument> documents) {
    if (rules.rules().isEmpty()) {
      Place place = documents.get(0).block().place();
      problems.warning(place, "there are no rules: nothing is retried");
    }
  }
}
