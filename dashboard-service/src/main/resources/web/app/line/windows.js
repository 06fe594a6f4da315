// What a window of a line's images says, in words.

/** none | same | perhaps | drift */
export const driftOf = window => (!window ? 'none' : window.driftedInARow > 1 ? 'drift' : window.drifted ? 'perhaps' : 'same');

export function sentence(window) {
  const words = window.diagnosis.charAt(0).toUpperCase() + window.diagnosis.slice(1);
  const since = window.driftedInARow > 1 ? `Drift for ${window.driftedInARow} windows. ` : window.drifted ? 'One window differs. ' : '';
  return `${since}${words}.`;
}
