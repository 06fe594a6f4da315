// Which ingested data sets an adaptation may be made of, and which of them are chosen at first. Pure functions.

/** Those that are on Kafka as a whole, newest first as they came. */
export const usable = ingestions => ingestions.filter(one => one.state === 'COMPLETED' && one.selections?.train);

/** A data set whose images came with labels. */
export const hasLabels = one => one.classNames?.length > 1;

/**
 * The data sets to choose at first: {source, target} by id, each null where it cannot be known. A line that was adapted from before
 * has labels that are meant for it; else the only line with labels is the source, and the only other line is the target.
 *
 * @param {any[]} ingestions usable ones, newest first
 * @param {any[]} adaptations newest first
 * @param {{source: string | null, target: string | null}} chosen by a person before
 */
export function choices(ingestions, adaptations, chosen) {
  const find = id => ingestions.find(one => one.id === id);
  const labelled = ingestions.filter(hasLabels);
  const source = labelled.find(one => one.id === chosen.source) ?? newestOf(labelled, adaptations.map(one => one.sourceLine)) ?? newestOf(labelled, only(linesOf(labelled)));
  const others = ingestions.filter(one => one.line !== source?.line);
  const target = find(chosen.target) ?? (source ? newestOf(others, only(linesOf(others))) ?? newestOf(others, only(linesOf(others.filter(one => !hasLabels(one))))) : undefined);
  return { source: source?.id ?? null, target: target?.id ?? null };
}

/** Of the first of these lines that has one. */
function newestOf(ingestions, lines) {
  const line = lines.find(name => ingestions.some(one => one.line === name));
  return ingestions.find(one => one.line === line);
}

const linesOf = ingestions => [...new Set(ingestions.map(one => one.line))];

const only = lines => (lines.length === 1 ? lines : []);

/**
 * What is posted to training-service, or null while it is not complete.
 *
 * @param {{source: string | null, target: string | null, preset: string}} chosen
 */
export function request(ingestions, chosen, methods) {
  const from = ingestions.find(one => one.id === chosen.source);
  const to = ingestions.find(one => one.id === chosen.target);
  return from && to && from.line !== to.line
    ? { sourceLine: from.line, targetLine: to.line, preset: chosen.preset, methods, source: from.selections, target: to.selections, shape: from.shape, classNames: from.classNames }
    : null;
}
