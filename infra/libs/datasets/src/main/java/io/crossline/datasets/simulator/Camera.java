package io.crossline.datasets.simulator;

/**
 * Lens, sensor and tone curve. Values below are on a scale where 1 is the sensor's white.
 *
 * @param blur standard deviation of the defocus, percent of the image's shorter side, 0 to 6
 * @param contrast gain around middle grey, 0.2 to 2; 1 keeps the scene
 * @param brightness added after the contrast, -0.5 to 0.5
 * @param gamma exponent of the tone curve, 0.4 to 2.5; above 1 darkens the middle tones
 * @param noise standard deviation of the sensor's noise, 0 to 0.2
 */
public record Camera(double blur, double contrast, double brightness, double gamma, double noise) {

    public Camera {
        Bounds.check("camera.blur", blur, 0, 6);
        Bounds.check("camera.contrast", contrast, 0.2, 2);
        Bounds.check("camera.brightness", brightness, -0.5, 0.5);
        Bounds.check("camera.gamma", gamma, 0.4, 2.5);
        Bounds.check("camera.noise", noise, 0, 0.2);
    }

    Camera towards(Camera other, double t) {
        return new Camera(Bounds.between(blur, other.blur, t), Bounds.between(contrast, other.contrast, t),
                Bounds.between(brightness, other.brightness, t), Bounds.between(gamma, other.gamma, t),
                Bounds.between(noise, other.noise, t));
    }
}
