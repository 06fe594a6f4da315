package io.crossline.bench;

import io.crossline.bench.row.Row;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a row's name. */
final class RowNames implements ITypeConverter<Row> {

    @Override
    public Row convert(String id) {
        return Row.find(id.strip()).orElseThrow(
                () -> new TypeConversionException("there is no '" + id + "', expected some of " + Row.ids()));
    }
}
