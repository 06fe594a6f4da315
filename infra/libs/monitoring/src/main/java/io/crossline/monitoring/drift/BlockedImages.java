package io.crossline.monitoring.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.crossline.monitoring.drift.Arrangement.Cell;

/**
 * Images in the line's order, cut into blocks of neighbours.
 *
 * @param blocks how many
 * @param cells of all blocks, those without images left out
 * @param cellOf index of each image's cell
 */
record BlockedImages(List<Observation> images, int blocks, List<Cell> cells, int[] cellOf) {

    /** @param blocks of nearly the same size, 1 to the number of images */
    static BlockedImages of(List<Observation> images, int blocks) {
        Map<List<Integer>, Integer> indices = new HashMap<>();
        List<int[]> counted = new ArrayList<>();
        int[] cellOf = new int[images.size()];
        for (int i = 0; i < cellOf.length; i++) {
            int block = (int) ((long) i * blocks / cellOf.length);
            int predictedClass = images.get(i).predictedClass();
            Integer cell = indices.putIfAbsent(List.of(block, predictedClass), counted.size());
            if (cell == null) {
                cell = counted.size();
                counted.add(new int[]{block, predictedClass, 0});
            }
            counted.get(cell)[2]++;
            cellOf[i] = cell;
        }
        return new BlockedImages(images, blocks,
                counted.stream().map(cell -> new Cell(cell[0], cell[1], cell[2])).toList(), cellOf);
    }

    /** Both, the other's blocks and cells after these. */
    BlockedImages and(BlockedImages other) {
        List<Observation> joined = new ArrayList<>(images);
        joined.addAll(other.images);
        List<Cell> joinedCells = new ArrayList<>(cells);
        other.cells.forEach(cell -> joinedCells.add(new Cell(blocks + cell.block(), cell.predictedClass(),
                cell.images())));
        int[] joinedCellOf = new int[joined.size()];
        System.arraycopy(cellOf, 0, joinedCellOf, 0, cellOf.length);
        for (int i = 0; i < other.cellOf.length; i++) {
            joinedCellOf[cellOf.length + i] = cells.size() + other.cellOf[i];
        }
        return new BlockedImages(joined, blocks + other.blocks, joinedCells, joinedCellOf);
    }

    /** Those of one predicted class, in the same blocks. */
    BlockedImages ofClass(int predictedClass) {
        List<Observation> kept = new ArrayList<>();
        List<Cell> keptCells = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        List<Integer> keptCellOf = new ArrayList<>();
        for (int i = 0; i < cellOf.length; i++) {
            Cell cell = cells.get(cellOf[i]);
            if (cell.predictedClass() == predictedClass) {
                if (places.putIfAbsent(cellOf[i], keptCells.size()) == null) {
                    keptCells.add(cell);
                }
                kept.add(images.get(i));
                keptCellOf.add(places.get(cellOf[i]));
            }
        }
        return new BlockedImages(kept, blocks, keptCells, keptCellOf.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Share of each predicted class. */
    double[] mix(int classes) {
        double[] mix = new double[classes];
        images.forEach(image -> mix[image.predictedClass()] += 1.0 / images.size());
        return mix;
    }

    /** One more than the highest predicted class. */
    int classes() {
        return 1 + images.stream().mapToInt(Observation::predictedClass).max().orElse(0);
    }
}
