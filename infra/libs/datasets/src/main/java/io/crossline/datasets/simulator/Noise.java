package io.crossline.datasets.simulator;

/** Fixed tables of smooth and of white noise; callers shift into them by random offsets. */
final class Noise {

    private static final int SIZE = 256;
    private static final int MASK = SIZE - 1;
    private static final float[] LATTICE = new float[SIZE * SIZE];
    private static final int NORMALS = 1 << 15;
    private static final float[] NORMAL = new float[NORMALS];

    static {
        RandomStream random = RandomStream.of(20240607, 1);
        for (int i = 0; i < LATTICE.length; i++) {
            LATTICE[i] = (float) random.uniform(-1, 1);
        }
        for (int i = 0; i < NORMALS; i += 2) {
            double radius = Math.sqrt(-2 * Math.log(1 - random.unit()));
            double angle = 2 * Math.PI * random.unit();
            NORMAL[i] = (float) (radius * Math.cos(angle));
            NORMAL[i + 1] = (float) (radius * Math.sin(angle));
        }
    }

    private Noise() {}

    /** Value noise in -1 to 1 with features about 1 wide; repeats every 256. */
    static double smooth(double x, double y) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        int column = (int) fx;
        int row = (int) fy;
        double u = x - fx;
        double v = y - fy;
        u = u * u * (3 - 2 * u);
        v = v * v * (3 - 2 * v);
        int top = (row & MASK) * SIZE;
        int bottom = (row + 1 & MASK) * SIZE;
        int left = column & MASK;
        int right = column + 1 & MASK;
        double above = LATTICE[top + left] + (LATTICE[top + right] - LATTICE[top + left]) * u;
        double below = LATTICE[bottom + left] + (LATTICE[bottom + right] - LATTICE[bottom + left]) * u;
        return above + (below - above) * v;
    }

    /** A draw from the standard normal distribution, picked by the low bits of {@code bits}. */
    static float normal(long bits) {
        return NORMAL[(int) bits & NORMALS - 1];
    }
}
