package io.crossline.contracts;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of classes. Two names are one class where their Unicode normal forms (NFC) are the same: all records hold names in that form. */
public final class ClassNames {

    private ClassNames() {}

    /** The name in composed form (NFC); null stays null. */
    public static String normal(String name) {
        return name == null ? null : Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Each name in composed form, in the same order. */
    public static List<String> normal(Collection<String> names) {
        return names.stream().map(ClassNames::normal).toList();
    }

    /**
     * Where each name stands in another list.
     *
     * @return one index a name, -1 where the list does not have it
     */
    public static int[] indices(List<String> names, List<String> in) {
        Map<String, Integer> places = new HashMap<>();
        for (String name : in) {
            places.put(name, places.size());
        }
        return names.stream().mapToInt(name -> places.getOrDefault(name, -1)).toArray();
    }

    /** Whether a person may have meant the same: the names differ in case, width, spaces, hyphens or underscores alone. */
    static boolean areAlike(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
