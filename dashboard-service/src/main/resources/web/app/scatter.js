// A scatter plot of features: source as circles, target as crosses, colour by class.

import { axis, chart, tooltip } from './charts.js';
import { h } from './dom.js';
import { classColour } from './palette.js';

const CROSS = 'path://M2 0L5 3L8 0L10 2L7 5L10 8L8 10L5 7L2 10L0 8L3 5L0 2Z';
const FAINT = 0.06;

/** @param {{points: {x: number, y: number, label: number, line: 'source' | 'target'}[]} | null} projection */
export function scatter(title, model, projection, classNames) {
  const points = projection?.points ?? [];
  const count = line => points.filter(point => point.line === line).length;
  const plot = h('div', { class: 'scatter', role: 'img', 'aria-label': `${title}: ${count('source')} source and ${count('target')} target images` });
  const element = h('figure', {}, h('figcaption', {}, h('b', {}, title), ' ', h('span', { class: 'quiet' }, model)), plot);
  element.single = only => requestAnimationFrame(() => plot.isConnected && chart(plot).setOption(option(points, classNames, only), true));
  element.single(null);
  return element;
}

function option(points, classNames, only) {
  const named = name => axis({ scale: true, name, nameLocation: 'middle', nameGap: 6, nameTextStyle: axis().axisLabel, axisLabel: { show: false } });
  return {
    animation: false,
    grid: { left: 22, right: 6, top: 6, bottom: 22 },
    tooltip: { ...tooltip(), formatter: at => `${at.seriesName}` },
    xAxis: named('PC 1'),
    yAxis: named('PC 2'),
    series: classNames.flatMap((name, label) => ['source', 'target'].map(line => ({
      type: 'scatter',
      name: `${name}, ${line}`,
      data: points.filter(point => point.label === label && point.line === line).map(point => [point.x, point.y]),
      symbol: line === 'source' ? 'circle' : CROSS,
      symbolSize: line === 'source' ? 6 : 7,
      z: only === label ? 3 : 2,
      itemStyle: { color: classColour(label), opacity: only === null || only === label ? (line === 'source' ? 0.55 : 0.85) : FAINT },
    }))),
  };
}
