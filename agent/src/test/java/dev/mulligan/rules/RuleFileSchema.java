package dev.mulligan.rules;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published JSON Schema, asked as an editor asks it. */
final class RuleFileSchema {

  static final Path FILE = Path.of("../config-samples/mulligan.schema.json");

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(read(FILE), InputFormat.JSON);

  /** What is wrong; empty for a file that the schema accepts. */
  List<Error> judge(String yaml) {
    Object data = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return schema.validate(GSON.toJson(data), InputFormat.JSON);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
