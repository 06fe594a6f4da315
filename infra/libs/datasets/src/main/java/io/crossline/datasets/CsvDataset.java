package io.crossline.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Pictures that a CSV file lists (RFC 4180, UTF-8, commas or semicolons), one a row: {@link CsvRow} says what the columns
 * mean. A row that cannot be used is rejected by its line; the others go on.
 */
final class CsvDataset {

    static final List<String> OPTIONS = List.of();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final PictureRoot root;
    private final List<ListedPicture> pictures = new ArrayList<>();
    private final Map<String, String> rejected = new LinkedHashMap<>();
    private final Map<Path, Long> lines = new HashMap<>();

    private CsvDataset(Path file) {
        this.file = file;
        this.root = new PictureRoot(file.getParent());
    }

    /** @throws DatasetException if the file is no CSV, its header lacks the path, or no row can be used for training */
    static Dataset open(Path file, long seed) {
        CsvDataset list = new CsvDataset(file);
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            list.read(in);
        } catch (IOException e) {
            throw new DatasetException(file + " cannot be read: " + e.getMessage() + ", expected CSV in UTF-8", e);
        }
        return new ListedDataset(Listing.of(file, list.pictures, list.rejected), seed);
    }

    private void read(BufferedReader in) throws IOException {
        in.mark(1);
        if (in.read() != BYTE_ORDER_MARK) {
            in.reset();
        }
        String header = in.readLine();
        if (header == null) {
            throw new DatasetException(file + " is empty, expected a header row with the column path");
        }
        char delimiter = header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
        List<String> columns = columns(header, format);
        try (CSVParser parser = CSVParser.builder().setReader(in).setFormat(format).get()) {
            addAll(columns, parser);
        }
    }

    private void addAll(List<String> columns, CSVParser parser) throws IOException {
        try {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                add(columns, records.next(), line(parser));
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new DatasetException(file + " line " + line(parser)
                        + ": is no CSV from here on, a quote is not closed or text follows it", e);
            }
            throw e.getCause();
        }
    }

    /** Of the file; the parser does not count the header. */
    private static long line(CSVParser parser) {
        return parser.getCurrentLineNumber() + 1;
    }

    private List<String> columns(String header, CSVFormat format) throws IOException {
        try (CSVParser parser = CSVParser.parse(header, format)) {
            List<String> columns = parser.getRecords().stream().flatMap(CSVRecord::stream).map(String::strip).toList();
            for (String column : columns) {
                if (!CsvRow.COLUMNS.contains(column) || columns.indexOf(column) != columns.lastIndexOf(column)) {
                    throw new DatasetException(file + " line 1: has the column '" + column + "', expected each of "
                            + CsvRow.COLUMNS + " at most once");
                }
            }
            if (!columns.contains(CsvRow.PATH)) {
                throw new DatasetException(file + " line 1: lacks the column path, has " + columns);
            }
            return columns;
        }
    }

    private void add(List<String> columns, CSVRecord record, long line) {
        String item = file.getFileName() + " line " + line;
        try {
            ListedPicture picture = CsvRow.of(columns, record.toList()).picture(item, root);
            Long before = lines.putIfAbsent(picture.file(), line);
            if (before != null) {
                throw new DatasetException("column path: is '" + picture.part().fileName() + "' as in line " + before
                        + ", expected each picture once");
            }
            pictures.add(picture);
        } catch (DatasetException e) {
            rejected.put(item, e.getMessage());
        }
    }
}
