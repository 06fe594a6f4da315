package io.crossline.local.demo.drift;

import java.util.List;
import java.util.Locale;

/** Writes SVG elements, one a line. */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    Svg(int width, int height) {
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
                + "font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"#1f2933\">", width, height, width,
                height);
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", width, height);
    }

    void rectangle(double x, double y, double width, double height, String fill) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, y, width, height, fill);
    }

    void line(double x1, double y1, double x2, double y2, String style) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>", x1, y1, x2, y2, style);
    }

    /** @param points x and y of each */
    void polyline(List<double[]> points, String style) {
        add("<polyline points=\"%s\" %s/>", joined(points), style);
    }

    void polygon(List<double[]> points, String style) {
        add("<polygon points=\"%s\" %s/>", joined(points), style);
    }

    void circle(double x, double y, double radius, String fill) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, fill);
    }

    /** @param anchor start, middle or end */
    void text(double x, double y, String anchor, String style, String content) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>", x, y, anchor, style, escaped(content));
    }

    /** Begins a group that says on pointing what it is; ends with {@link #endGroup}. */
    void beginGroup(String title) {
        add("<g><title>%s</title>", escaped(title));
    }

    void endGroup() {
        add("</g>");
    }

    @Override
    public String toString() {
        return text + "</svg>\n";
    }

    private static String joined(List<double[]> points) {
        StringBuilder joined = new StringBuilder();
        for (double[] point : points) {
            joined.append(String.format(Locale.ROOT, "%.1f,%.1f ", point[0], point[1]));
        }
        return joined.toString().strip();
    }

    private static String escaped(String content) {
        return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
