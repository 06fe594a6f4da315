// What more than one page says of adaptations.

export const addressOf = adaptationId => `/adaptation.html?id=${encodeURIComponent(adaptationId)}`;

export const pairOf = one => `${one.sourceLine} → ${one.targetLine}`;

/** The panel with its adaptations newest first. */
export const newestFirst = panel => ({ ...panel, data: panel.data?.toSorted((a, b) => String(b.createdAt ?? '').localeCompare(String(a.createdAt ?? ''))) ?? null });
