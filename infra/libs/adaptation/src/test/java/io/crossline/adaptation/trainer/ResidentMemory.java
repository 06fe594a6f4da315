package io.crossline.adaptation.trainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.ObjectName;

/**
 * This process's resident memory by the system's own count, mapping by mapping (Linux). The Java heap's mappings are left out by their
 * addresses: its committed size is no measure of its resident pages, which the system takes and gives back at other times.
 */
final class ResidentMemory {

    private static final long KIBIBYTES_A_MEBIBYTE = 1024;
    private static final Pattern ADDRESS = Pattern.compile("0x(\\p{XDigit}+)");
    private static final Pattern MAPPING = Pattern.compile("(\\p{XDigit}+)-\\p{XDigit}+ .*");
    private static final Pattern RESIDENT = Pattern.compile("Rss: +(\\d+) kB");

    private ResidentMemory() {}

    /** After a collection, which frees the native memory of objects that are gone. */
    static long mebibytesOutsideHeap() {
        System.gc();
        LongSummaryStatistics heap = heapAddresses();
        long kibibytes = 0;
        boolean outside = true;
        for (String line : mappings()) {
            Matcher mapping = MAPPING.matcher(line);
            Matcher resident = RESIDENT.matcher(line);
            if (mapping.matches()) {
                long start = Long.parseUnsignedLong(mapping.group(1), 16);
                outside = start < heap.getMin() || start >= heap.getMax();
            } else if (outside && resident.matches()) {
                kibibytes += Long.parseLong(resident.group(1));
            }
        }
        return kibibytes / KIBIBYTES_A_MEBIBYTE;
    }

    private static List<String> mappings() {
        try {
            return Files.readAllLines(Path.of("/proc/self/smaps"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the first of the heap's addresses to its last, of those that {@code jcmd PID GC.heap_info} prints for any generation. */
    private static LongSummaryStatistics heapAddresses() {
        try {
            String info = (String) ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcHeapInfo", new Object[0],
                    new String[0]);
            LongSummaryStatistics addresses = ADDRESS.matcher(info).results()
                    .mapToLong(address -> Long.parseLong(address.group(1), 16)).summaryStatistics();
            if (addresses.getCount() < 2) {
                throw new IllegalStateException("The virtual machine does not say where its heap is: " + info);
            }
            return addresses;
        } catch (JMException e) {
            throw new IllegalStateException("The virtual machine does not say where its heap is", e);
        }
    }
}
