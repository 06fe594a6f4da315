// The chart of a line's accuracy: what is drawn where.

import { axis, tooltip } from '../charts.js';
import { h } from '../dom.js';
import { minute, moment, percent, shortVersion } from '../format.js';
import { token } from '../palette.js';
import { versionColour } from './versions.js';

/** Versions in the order in which they served. */
export const servedIn = windows => [...new Set(windows.map(window => window.modelVersion))];

/** The other models with the role that they had last: [version, role]. */
export function comparedIn(windows) {
  const roles = new Map();
  windows.forEach(window => (window.scores ?? []).filter(score => score.role !== 'champion').forEach(score => roles.set(score.modelVersion, score.role)));
  return [...roles];
}

/** Windows that one version served without a break: {version, from, to}. */
function spans(windows) {
  const all = [];
  windows.forEach((window, index) => {
    const last = all.at(-1);
    last?.version === window.modelVersion ? (last.to = index) : all.push({ version: window.modelVersion, from: index, to: index });
  });
  return all;
}

/** @param measure of the compared models: estimate | counted */
export function option(windows, measure) {
  const compared = comparedIn(windows).map(([name]) => ({ name, points: windows.map((window, index) => [index, of(window, name, measure)]) }));
  const bottom = lowest(windows, compared);
  const strip = bottom + (1 - bottom) * 0.03;
  const curve = (values, colour, width, more = {}) => ({ type: 'line', symbol: 'none', color: colour, data: values, lineStyle: { width }, connectNulls: measure === 'counted', ...more });
  const mark = (values, symbol, size, style) => ({ type: 'scatter', symbol, symbolSize: size, itemStyle: style, data: values, silent: true, z: 4 });
  const at = (pick, y) => windows.flatMap((window, index) => (pick(window) ? [[index, y]] : []));
  const bad = token('bad');
  const high = 1 + (1 - bottom) * 0.04;
  return {
    animation: false,
    grid: { left: 46, right: 14, top: 16, bottom: 26 },
    tooltip: { ...tooltip(), trigger: 'axis', confine: true, formatter: points => told(windows[Math.round(points[0].value[0])]) },
    xAxis: axis({ min: -0.5, max: windows.length - 0.5, minInterval: 1, splitNumber: 6, splitLine: { show: false }, axisLabel: { ...axis().axisLabel, fontSize: 11, hideOverlap: true, formatter: index => (windows[index] ? minute(windows[index].at) : '') } }),
    yAxis: axis({ min: bottom, max: high, interval: 0.1, axisLabel: { ...axis().axisLabel, fontSize: 11, showMaxLabel: false, formatter: value => `${Math.round(100 * value)} %` } }),
    series: [
      band(windows),
      ...compared.map(({ name, points }) => curve(points, versionColour(name), 1.1, { lineStyle: { width: 1.1, type: [5, 3] }, z: 2 })),
      ...spans(windows).map(span => ({
        ...curve(windows.map((window, index) => [index, index >= span.from && index <= span.to ? window.estimate?.accuracy ?? null : null]), versionColour(span.version), 2.4),
        connectNulls: false, z: 3,
        markArea: {
          silent: true,
          data: [area(span, bottom, high, 0.06), area(span, bottom, strip, 0.9)],
        },
      })),
      mark(windows.flatMap((window, index) => (window.trueAccuracy === null ? [] : [[index, window.trueAccuracy]])), 'circle', 6, { color: token('ink'), borderColor: token('paper'), borderWidth: 1 }),
      mark(at(window => window.drifted && !window.confirmed, strip + (1 - bottom) * 0.04), 'triangle', 8, { color: 'transparent', borderColor: bad, borderWidth: 1.5 }),
      {
        ...mark(at(window => window.confirmed, strip + (1 - bottom) * 0.045), 'triangle', 13, { color: bad }),
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: bad, width: 1.5, type: 'solid' }, data: at(window => window.confirmed, 0).map(([index]) => ({ xAxis: index })) },
      },
    ],
  };
}

const of = (window, name, measure) => {
  const found = window.scores?.find(score => score.modelVersion === name && score.role !== 'champion');
  return (measure === 'counted' ? found?.trueAccuracy : found?.estimate?.accuracy) ?? null;
};

function lowest(windows, compared) {
  const all = [...windows.flatMap(window => [window.estimate?.low, window.trueAccuracy]), ...compared.flatMap(one => one.points.map(([, value]) => value))]
    .filter(value => typeof value === 'number');
  return Math.max(0, Math.min(0.9, Math.floor(10 * (Math.min(1, ...all) - 0.04)) / 10));
}

/** The interval as one shape for each run of windows that have one, of one version. */
function band(windows) {
  const runs = [];
  windows.forEach((window, index) => {
    if (window.estimate) {
      const before = windows[index - 1];
      before?.estimate && before.modelVersion === window.modelVersion ? runs.at(-1).push(index) : runs.push([index]);
    }
  });
  const edge = (run, api, pick) => run.map(index => api.coord([index, pick(windows[index].estimate)]));
  return {
    type: 'custom', silent: true, clip: true, z: 1, data: runs.map(run => [run[0], windows[run[0]].estimate.low]),
    renderItem: ({ dataIndex }, api) => ({
      type: 'polygon',
      shape: { points: [...edge(runs[dataIndex], api, estimate => estimate.low), ...edge(runs[dataIndex], api, estimate => estimate.high).reverse()] },
      style: { fill: token('accent'), opacity: 0.2 },
    }),
  };
}

const area = (span, from, to, opacity) => [
  { coord: [span.from - 0.5, from], itemStyle: { color: versionColour(span.version), opacity } },
  { coord: [span.to + 0.5, to] },
];

/** An element, so that a service's words stay words. */
function told(window) {
  const line = (...words) => h('div', {}, ...words);
  const estimate = window.estimate ? `estimated ${percent(window.estimate.accuracy)} % (${percent(window.estimate.low)} to ${percent(window.estimate.high)})` : 'no estimate';
  const counted = window.trueAccuracy === null ? '' : `, counted ${percent(window.trueAccuracy)} %`;
  const others = (window.scores ?? []).filter(score => score.role !== 'champion').map(score =>
    line(`${shortVersion(score.modelVersion)}: ${score.estimate ? `estimated ${percent(score.estimate.accuracy)} %` : 'no estimate'}${typeof score.trueAccuracy === 'number' ? `, counted ${percent(score.trueAccuracy)} %` : ''}`));
  return h('div', { class: 'told' }, line(h('b', {}, moment(window.at)), ` ${shortVersion(window.modelVersion)}`), line(estimate + counted), ...others, line(window.diagnosis),
    window.confirmed ? line(h('b', {}, 'drift confirmed')) : null);
}
