package dev.mulligan.notify.delivery;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Teaches Gson what records of this product hold: times, optional values, sealed interfaces. */
final class RecordJson {

  private RecordJson() {}

  /**
   * @param choice a sealed interface whose implementations are written with their name
   */
  static Gson with(Class<?> choice) {
    return new GsonBuilder()
        .disableHtmlEscaping()
        .serializeNulls() // Else an empty Optional at a record's end comes back as null.
        .registerTypeAdapter(Instant.class, text(Instant::parse).nullSafe())
        .registerTypeAdapter(Duration.class, text(Duration::parse).nullSafe())
        .registerTypeAdapterFactory(new OfOptional())
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

  /** The value, or null. */
  private static final class OfOptional implements TypeAdapterFactory {

    @Override
    @SuppressWarnings("unchecked") // T is an Optional of what its type argument says.
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      if (type.getRawType() != Optional.class) {
        return null;
      }
      ParameterizedType optional = (ParameterizedType) type.getType();
      TypeToken<?> value = TypeToken.get(optional.getActualTypeArguments()[0]);
      return (TypeAdapter<T>) of((TypeAdapter<Object>) gson.getAdapter(value));
    }

    private static TypeAdapter<Optional<Object>> of(TypeAdapter<Object> values) {
      return new TypeAdapter<>() {
        @Override
        public void write(JsonWriter out, Optional<Object> value) throws IOException {
          if (value.isPresent()) {
            values.write(out, value.get());
          } else {
            out.nullValue();
          }
        }

        @Override
        public Optional<Object> read(JsonReader in) throws IOException {
          if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return Optional.empty();
          }
          return Optional.of(values.read(in));
        }
      };
    }
  }

  /** {@code {"CallReport": {…}}}. */
  private static final class OfChoice implements TypeAdapterFactory {
    private final Class<?> choice;

    OfChoice(Class<?> choice) {
      this.choice = choice;
    }

    @Override
    @SuppressWarnings("unchecked") // Each is an implementation of T.
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
        throw new IOException("a kind of event that this version does not know");
      }
      T value = adapter.read(in);
      in.endObject();
      return value;
    }
  }
}
