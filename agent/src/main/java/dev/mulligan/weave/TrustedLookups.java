package dev.mulligan.weave;

import dev.mulligan.retry.inspect.Lookups;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates lookups into any class. The application's classes are in other modules, and an ordinary
 * lookup across modules cannot create lambdas for their methods. The JDK's trusted lookup can, and
 * an agent can open its package.
 */
final class TrustedLookups implements Lookups {

  private final Instrumentation instrumentation;
  private volatile @Nullable Lookup trusted;

  TrustedLookups(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public Lookup into(Class<?> type) throws IllegalAccessException {
    Lookup known = trusted;
    if (known == null) {
      known = find();
      trusted = known;
    }
    return known.in(type);
  }

  private Lookup find() throws IllegalAccessException {
    instrumentation.redefineModule(
        Lookup.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of(Lookup.class.getPackageName(), Set.of(TrustedLookups.class.getModule())),
        Set.of(),
        Map.of());
    try {
      Field field = Lookup.class.getDeclaredField("IMPL_LOOKUP");
      field.setAccessible(true);
      return (Lookup) field.get(null);
    } catch (NoSuchFieldException e) {
      throw (IllegalAccessException)
          new IllegalAccessException("this JDK has no trusted lookup").initCause(e);
    }
  }
}
