package io.khabar.list;

import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.TimestampUtcAsOffsetDateTimeJdbcType;

/**
 * Times of entities: not as {@link java.sql.Timestamp}, whose calendar changes in 1582, and read by {@link Timestamps}.
 */
public final class TimestampJdbcType extends TimestampUtcAsOffsetDateTimeJdbcType {

    private static final long serialVersionUID = 1L;

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return new BasicExtractor<>(javaType, this) {

            private static final long serialVersionUID = 1L;

            @Override
            protected X doExtract(ResultSet row, int at, WrapperOptions options) throws SQLException {
                return javaType.wrap(Timestamps.read(row, at), options);
            }

            @Override
            protected X doExtract(CallableStatement call, int at, WrapperOptions options) throws SQLException {
                return javaType.wrap(call.getObject(at, OffsetDateTime.class), options);
            }

            @Override
            protected X doExtract(CallableStatement call, String name, WrapperOptions options) throws SQLException {
                return javaType.wrap(call.getObject(name, OffsetDateTime.class), options);
            }
        };
    }
}
