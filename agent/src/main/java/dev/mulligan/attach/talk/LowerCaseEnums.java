package dev.mulligan.attach.talk;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes enum constants in lower case: {@code WARNING} is {@code "warning"}. */
final class LowerCaseEnums implements TypeAdapterFactory {

  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Class<? super T> raw = type.getRawType();
    if (!raw.isEnum()) {
      return null;
    }
    return new TypeAdapter<T>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        out.value(((Enum<?>) value).name().toLowerCase(Locale.ROOT));
      }

      @Override
      public T read(JsonReader in) throws IOException {
        String name = in.nextString();
        for (T constant : LowerCaseEnums.<T>constants(raw)) {
          if (((Enum<?>) constant).name().equalsIgnoreCase(name)) {
            return constant;
          }
        }
        throw new JsonParseException("unknown " + raw.getSimpleName());
      }
    };
  }

  @SuppressWarnings("unchecked") // raw is the raw type of T, and an enum has no type parameters
  private static <T> T[] constants(Class<? super T> raw) {
    return (T[]) raw.getEnumConstants();
  }
}
