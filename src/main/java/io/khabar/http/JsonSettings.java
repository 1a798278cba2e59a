package io.khabar.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.khabar.date.InstantText;
import io.khabar.date.PartialDate;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;

/** How the service writes JSON, beyond what annotations say: {@code io.khabar.date} knows nothing of JSON. */
@Singleton
class JsonSettings implements ObjectMapperCustomizer {

    /** After Quarkus's own: of two modules that know how a type is written the later one is asked. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        // A partial date as clients write it: a merge patch is applied to what a client could have sent.
        mapper.registerModule(new SimpleModule("khabar")
                .addSerializer(PartialDate.class, ToStringSerializer.instance)
                .addSerializer(Instant.class, new InstantSerializer()));
    }

    private static final class InstantSerializer extends JsonSerializer<Instant> {

        @Override
        public void serialize(Instant instant, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(InstantText.shortest(instant));
        }
    }
}
