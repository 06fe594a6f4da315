// Which scored classifiers there are to look at.

import { methodName } from '../format.js';

export const classifiers = state => (state.view?.evaluations.data ?? []).filter(one => one.kind === 'CLASSIFIER');

export const options = models => models.map(model => [model.modelVersion, methodName(model.method)]);

/** The recommended one, else the one with the most right answers on the target, adapted ones first. */
export function bestOf(models, state) {
  const recommended = models.find(model => model.modelVersion === state.view?.summary.data?.recommendation?.modelVersion);
  if (recommended) {
    return recommended;
  }
  const rows = new Map((state.view?.summary.data?.rows ?? []).map(row => [row.modelVersion, row.targetAccuracy ?? 0]));
  const adapted = models.filter(model => model.method !== 'source');
  const pick = adapted.length ? adapted : models;
  return pick.reduce((best, model) => (!best || (rows.get(model.modelVersion) ?? 0) > (rows.get(best.modelVersion) ?? 0) ? model : best), null);
}
