package io.khabar.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.khabar.date.PartialDate;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** How the service writes JSON, beyond what annotations say: {@code io.khabar.date} knows nothing of JSON. */
@Singleton
class JsonSettings implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        // A partial date as clients write it: a merge patch is applied to what a client could have sent.
        mapper.registerModule(new SimpleModule("khabar").addSerializer(PartialDate.class, ToStringSerializer.instance));
    }
}
