package dev.mulligan.json;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Gson adapter that writes an {@link Optional} as its value or null. */
public final class PresentValues implements TypeAdapterFactory {

  @Override
  @SuppressWarnings("unchecked") // T is Optional<of>
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (type.getRawType() != Optional.class
        || !(type.getType() instanceof ParameterizedType parameterized)) {
      return null;
    }
    TypeToken<?> of = TypeToken.get(parameterized.getActualTypeArguments()[0]);
    return (TypeAdapter<T>) optional((TypeAdapter<Object>) gson.getAdapter(of));
  }

  private static TypeAdapter<Optional<Object>> optional(TypeAdapter<Object> value) {
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, Optional<Object> optional) throws IOException {
        if (optional.isPresent()) {
          value.write(out, optional.get());
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
        return Optional.of(value.read(in));
      }
    };
  }
}
