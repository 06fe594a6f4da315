package io.crossline.local.console;

import java.util.List;

/** Text in aligned columns: words to the left, numbers to the right. */
public final class Table {

    private Table() {}

    /**
     * @param leftAligned how many columns, counted from the first, are aligned to the left
     * @param rows the header first; all of the same length
     */
    public static String of(int leftAligned, List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            text.append(line(rows.get(r), widths, leftAligned)).append('\n');
            if (r == 0) {
                text.append(rule(widths)).append('\n');
            }
        }
        return text.toString().stripTrailing();
    }

    private static String line(List<String> row, int[] widths, int leftAligned) {
        StringBuilder line = new StringBuilder(" ");
        for (int c = 0; c < widths.length; c++) {
            String padding = " ".repeat(widths[c] - row.get(c).length());
            line.append(' ').append(c < leftAligned ? row.get(c) + padding : padding + row.get(c)).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        StringBuilder line = new StringBuilder(" ");
        for (int width : widths) {
            line.append('-').append("-".repeat(width)).append("- ");
        }
        return line.toString().stripTrailing();
    }
}
