package dev.mulligan.notify.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.mulligan.json.PresentValues;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Creates a Gson for Mulligan's records: times, optional values, sealed interfaces. */
final class RecordJson {

  private RecordJson() {}

  /**
   * @param choice a sealed interface whose implementations are written with their name
   */
  static Gson with(Class<?> choice) {
    return new GsonBuilder()
        .disableHtmlEscaping()
        .serializeNulls() // otherwise an empty Optional at a record's end is read as null
        .registerTypeAdapter(Instant.class, text(Instant::parse).nullSafe())
        .registerTypeAdapter(Duration.class, text(Duration::parse).nullSafe())
        .registerTypeAdapterFactory(new PresentValues())
        .registerTypeAdapterFactory(new OfChoice(choice))
        .create();
  }

  private static <T> TypeAdapter<T> text(Function<String, T> parser) {
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        out.value(value.toString());
      }

      @Override
      public T read(JsonReader in) throws IOException {
        return parser.apply(in.nextString());
      }
    };
  }

  /** Writes an implementation with its name: {@code {"CallReport": {…}}}. */
  private static final class OfChoice implements TypeAdapterFactory {
    private final Class<?> choice;

    OfChoice(Class<?> choice) {
      this.choice = choice;
    }

    @Override
    @SuppressWarnings("unchecked") // each is an implementation of T
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      if (type.getRawType() != choice) {
        return null;
      }
      Map<String, TypeAdapter<T>> byName = new LinkedHashMap<>();
      for (Class<?> implementation : choice.getPermittedSubclasses()) {
        byName.put(
            implementation.getSimpleName(), (TypeAdapter<T>) gson.getAdapter(implementation));
      }
      return new Choice<>(byName);
    }
  }

  private static final class Choice<T> extends TypeAdapter<T> {
    private final Map<String, TypeAdapter<T>> byName;

    Choice(Map<String, TypeAdapter<T>> byName) {
      this.byName = byName;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      String name = value.getClass().getSimpleName();
      out.beginObject().name(name);
      Objects.requireNonNull(byName.get(name)).write(out, value);
      out.endObject();
    }

    @Override
    public T read(JsonReader in) throws IOException {
      in.beginObject();
      String name = in.nextName();
      TypeAdapter<T> adapter = byName.get(name);
      if (adapter == null) {
        throw new IOException("an event type unknown to this version");
      }
      T value = adapter.read(in);
      in.endObject();
      return value;
    }
  }
}
