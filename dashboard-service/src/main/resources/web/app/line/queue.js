// The pictures that wait for a label, in this browser: which one is next, which ones were done, and how to go back.

const MORE_BELOW = 4;

export const keyOf = item => `${item.topic}:${item.partition}:${item.offset}:${item.image}`;

/** @param fetchItems resolves to new items, those seen already among them */
export function labelQueue(fetchItems) {
  const seen = new Set();
  const waiting = [];
  const done = []; // newest last: {item, className}, the class null when it was skipped
  let fetching = null;

  async function fill() {
    fetching ??= fetchItems().finally(() => (fetching = null));
    const items = await fetching;
    items.filter(item => !seen.has(keyOf(item))).forEach(item => {
      seen.add(keyOf(item));
      waiting.push(item);
    });
  }
  return {
    fill,
    current: () => waiting[0] ?? null,
    left: () => waiting.length,
    canUndo: () => done.length > 0,
    isLow: () => waiting.length < MORE_BELOW,
    /** The class that the current picture was given before, when one went back to it. */
    given: () => waiting[0]?.given ?? null,
    next(className) {
      const item = waiting.shift();
      done.push({ ...item, given: className ?? item.given ?? null });
    },
    undo() {
      done.length && waiting.unshift(done.pop());
    },
  };
}
