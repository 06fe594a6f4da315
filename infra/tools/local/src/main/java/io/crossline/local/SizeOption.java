package io.crossline.local;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as people write it: {@code 500M}, {@code 20G}, {@code 1T}. */
final class SizeOption implements ITypeConverter<Long> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([MGT])");

    @Override
    public Long convert(String text) {
        Matcher size = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw new TypeConversionException("'%s' is no size: expected one such as 20G or 1T".formatted(text));
        }
        int power = 20 + 10 * "MGT".indexOf(size.group(2));
        return Long.parseLong(size.group(1)) << power;
    }
}
