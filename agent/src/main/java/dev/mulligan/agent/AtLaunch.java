package dev.mulligan.agent;

import dev.mulligan.gate.Gate;
import java.lang.instrument.Instrumentation;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

public final class AtLaunch implements BiConsumer<@Nullable String, Instrumentation> {
  @Override
  public void accept(@Nullable String arguments, Instrumentation instrumentation) {
    new GateInstaller(instrumentation).install();
    System.err.println(Gate.handler + " " + Gate.class.getClassLoader() + Gate.class);
  }
}
