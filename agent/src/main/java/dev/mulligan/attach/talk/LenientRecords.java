package dev.mulligan.attach.talk;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record field that the JSON lacks as an empty value, never as null: a newer command line
 * reads replies of an older agent.
 */
final class LenientRecords implements TypeAdapterFactory {

  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Class<? super T> raw = type.getRawType();
    if (!raw.isRecord()) {
      return null;
    }
    TypeAdapter<T> strict = gson.getDelegateAdapter(this, type);
    TypeAdapter<JsonElement> elements = gson.getAdapter(JsonElement.class);
    return new TypeAdapter<T>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        strict.write(out, value);
      }

      @Override
      public T read(JsonReader in) throws IOException {
        JsonElement element = elements.read(in);
        if (element instanceof JsonObject object) {
          fillIn(object, raw);
        }
        return strict.fromJsonTree(element);
      }
    };
  }

  private static void fillIn(JsonObject object, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (!object.has(component.getName())) {
        emptyOf(component.getType(), object, component.getName());
      }
    }
  }

  private static void emptyOf(Class<?> type, JsonObject object, String name) {
    if (type == Optional.class) {
      object.add(name, JsonNull.INSTANCE);
    } else if (Collection.class.isAssignableFrom(type)) {
      object.add(name, new JsonArray());
    } else if (type == String.class) {
      object.addProperty(name, "");
    } else if (type.isRecord()) {
      object.add(name, new JsonObject());
    }
  }
}
