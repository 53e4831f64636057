package dev.mulligan.benchmarks.happypath;

import java.util.List;

/**
 * Whether the JIT compiler inlines the measured method into its caller, as it does with small
 * methods.
 */
record Form(String name, List<String> jvmArguments) {

  /** Both forms of a method. */
  static List<Form> of(Class<?> type, String method) {
    return List.of(
        new Form("inlined", List.of()),
        new Form(
            "called",
            List.of(
                "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=dontinline," + type.getName() + "::" + method)));
  }

  String time() {
    return name + ": ns";
  }

  String ratio() {
    return name + ": × bare";
  }

  String bytes() {
    return name + ": B";
  }
}
