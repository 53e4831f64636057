package dev.mulligan.rules;

import dev.mulligan.rules.source.Environment;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An environment that holds what a test puts into it. */
public final class FakeEnvironment implements Environment {

  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> files = new HashMap<>();

  public FakeEnvironment withVariable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  public FakeEnvironment withProperty(String name, String value) {
    properties.put(name, value);
    return this;
  }

  public FakeEnvironment withFile(String path, String text) {
    files.put(path, text);
    return this;
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  @Override
  public Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  @Override
  public String read(File file) throws IOException {
    String text = files.get(file.getPath());
    if (text == null) {
      throw new IOException("there is no such file");
    }
    return text;
  }
}
