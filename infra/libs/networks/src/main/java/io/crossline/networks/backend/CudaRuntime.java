package io.crossline.networks.backend;

import java.util.ArrayList;
import java.util.List;

/**
 * Asks the CUDA runtime, through the classes of {@code org.bytedeco:cuda} and by reflection: only a build with CUDA has
 * them.
 */
final class CudaRuntime implements GpuProbe {

    private static final String RUNTIME = "org.bytedeco.cuda.global.cudart";
    private static final String PROPERTIES = "org.bytedeco.cuda.cudart.cudaDeviceProp";
    /** What ND4J computes with, and last ND4J's own binary, which needs cuDNN. */
    private static final List<String> LIBRARIES = List.of("org.bytedeco.cuda.global.cublas",
            "org.bytedeco.cuda.global.cusolver", "org.nd4j.linalg.jcublas.bindings.Nd4jCuda");

    @Override
    public boolean inBuild() {
        return CudaRuntime.class.getClassLoader().getResource(RUNTIME.replace('.', '/') + ".class") != null;
    }

    @Override
    public List<Gpu> gpus() throws NoUsableGpuException {
        try {
            Class<?> runtime = load(RUNTIME);
            int[] count = {0};
            check(runtime, (int) runtime.getMethod("cudaGetDeviceCount", int[].class).invoke(null, count));
            List<Gpu> gpus = new ArrayList<>();
            for (int index = 0; index < count[0]; index++) {
                gpus.add(gpu(runtime, index));
            }
            if (gpus.isEmpty()) {
                throw new NoUsableGpuException("there is no GPU");
            }
            return gpus;
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new NoUsableGpuException(CudaFailure.reason(e));
        }
    }

    @Override
    public void loadLibraries() throws NoUsableGpuException {
        try {
            for (String library : LIBRARIES) {
                load(library);
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new NoUsableGpuException(CudaFailure.reason(e));
        }
    }

    private static Gpu gpu(Class<?> runtime, int index) throws ReflectiveOperationException, NoUsableGpuException {
        Class<?> type = load(PROPERTIES);
        Object properties = type.getConstructor().newInstance();
        check(runtime, (int) runtime.getMethod("cudaGetDeviceProperties", type, int.class).invoke(null, properties,
                index));
        return new Gpu(index, text(type.getMethod("name").invoke(properties)),
                (int) type.getMethod("major").invoke(properties), (int) type.getMethod("minor").invoke(properties));
    }

    private static void check(Class<?> runtime, int error) throws ReflectiveOperationException, NoUsableGpuException {
        if (error != 0) {
            throw new NoUsableGpuException(CudaFailure.reason(error,
                    text(runtime.getMethod("cudaGetErrorString", int.class).invoke(null, error))));
        }
    }

    private static String text(Object bytePointer) throws ReflectiveOperationException {
        return (String) bytePointer.getClass().getMethod("getString").invoke(bytePointer);
    }

    /** Its initialiser loads the native library. */
    private static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, true, CudaRuntime.class.getClassLoader());
    }
}
