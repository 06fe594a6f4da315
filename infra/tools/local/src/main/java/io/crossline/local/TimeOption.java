package io.crossline.local;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as people write it. */
final class TimeOption implements ITypeConverter<Instant> {

    private static final ZoneId HERE = ZoneId.systemDefault();

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).atZone(HERE).toInstant(),
            text -> LocalTime.parse(text).atDate(LocalDate.now(HERE)).atZone(HERE).toInstant());

    @Override
    public Instant convert(String text) {
        for (Function<String, Instant> form : FORMS) {
            try {
                return form.apply(text);
            } catch (DateTimeParseException e) {
                // perhaps it has another form
            }
        }
        throw new TypeConversionException(
                "'%s' is no time: expected one such as 2026-11-24T14:02:00Z, 2026-11-24T14:02 or 14:02"
                        .formatted(text));
    }
}
