package io.crossline.evaluation.serving;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** No models beside the champion; the batches of one line are held until they are let go. */
public final class HeldCompanions extends Companions {

    private final String heldLine;
    private final CountDownLatch holding = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    public HeldCompanions(String heldLine) {
        super(null, null);
        this.heldLine = heldLine;
    }

    @Override
    public List<CompanionPrediction> predict(String line, String champion, InspectedBatch batch) {
        if (line.equals(heldLine)) {
            holding.countDown();
            try {
                letGo.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return List.of();
    }

    /** Whether a batch is held, or was. */
    public boolean hasHeld() {
        return holding.getCount() == 0;
    }

    public void letGo() {
        letGo.countDown();
    }
}
