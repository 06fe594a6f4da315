// Escapes against overkill on the target, as the threshold on the good class's probability moves: one curve a model.

import { get } from '../api.js';
import { axis, chart, tooltip } from '../charts.js';
import { h } from '../dom.js';
import { methodName, percent } from '../format.js';
import { methodColour, onThemeChange, token } from '../palette.js';
import { empty, loading, showNote } from '../panel.js';
import { state as store, watch } from '../store.js';
import { classifiers } from './models.js';

const NONE = 'There is no curve yet: it takes a scored model, labelled test images of the target, and a class of good parts among its classes.';

export function trade(body) {
  const known = new Map(); // a model's scores never change
  let drawn = '';

  async function draw(state) {
    const models = classifiers(state);
    if (models.length === 0) {
      drawn = '';
      showNote(body, state.selected && !state.view ? loading('trade') : empty(NONE));
      return;
    }
    await Promise.all(models.filter(model => !known.has(model.modelVersion)).map(async model => {
      const answer = await get(`/api/evaluations/${encodeURIComponent(model.modelVersion)}`);
      answer.state === 'ready' && known.set(model.modelVersion, answer.data.scores.find(one => one.role === 'target'));
    }));
    const curves = models.map(model => ({ method: model.method, score: known.get(model.modelVersion) })).filter(one => one.score?.trade);
    const wanted = models.map(model => model.modelVersion).join();
    if (wanted === drawn || state.view !== store.view) {
      return;
    }
    drawn = wanted;
    curves.length ? body.replaceChildren(plot(curves)) : showNote(body, empty(NONE));
  }
  watch(['view', 'selected', 'adaptations'], draw);
  onThemeChange(() => {
    drawn = '';
    draw(store);
  });
}

function plot(curves) {
  const { goodClass } = curves[0].score.trade;
  const canvas = h('div', { class: 'trade', role: 'img', 'aria-label': `Escapes against overkill of ${curves.map(one => methodName(one.method)).join(', ')}` });
  requestAnimationFrame(() => canvas.isConnected && chart(canvas).setOption(option(curves), true));
  return h('figure', {},
    h('ul', { class: 'legend' }, ...curves.map(one => h('li', { style: { '--mark': methodColour(one.method) } }, h('i', { class: 'swatch' }), methodName(one.method)))),
    canvas,
    h('figcaption', { class: 'quiet' }, `Along a curve, a part counts as ${goodClass} from a higher probability on: fewer defects escape, more good parts are thrown away. The dot is the model as it is, which answers with the most probable class.`));
}

const share = value => `${percent(value)} %`;

function option(curves) {
  const shares = (name, overrides) => axis({ min: 0, max: 1, name, nameLocation: 'middle', nameTextStyle: axis().axisLabel, axisLabel: { ...axis().axisLabel, formatter: value => `${Math.round(100 * value)} %` }, ...overrides });
  return {
    animation: false,
    grid: { left: 52, right: 14, top: 10, bottom: 40 },
    tooltip: { ...tooltip(), trigger: 'item', formatter: at => words(at) },
    xAxis: shares('Overkill: good parts called a defect', { nameGap: 24 }),
    yAxis: shares('Escapes: defects called good', { nameGap: 36 }),
    series: curves.flatMap(({ method, score }, index) => {
      const colour = methodColour(method);
      return [
        { type: 'line', name: methodName(method), color: colour, symbolSize: 4, showSymbol: true, lineStyle: { width: 1.5 }, data: score.trade.points.map(point => [point.overkill, point.escapes, point.threshold]), ...(index === 0 ? limit(score.maxEscapes) : {}) },
        { type: 'scatter', name: methodName(method), color: colour, symbolSize: 11, z: 3, data: score.escapes && score.overkill ? [[score.overkill.value, score.escapes.value]] : [] },
      ];
    }),
  };
}

/** The line's limit, where it has one. */
const limit = most => (typeof most === 'number' ? { markLine: { silent: true, symbol: 'none', lineStyle: { color: token('ink'), type: 'dashed' }, label: { formatter: `at most ${percent(most)} %`, color: token('ink'), position: 'insideEndTop' }, data: [{ yAxis: most }] } } : {});

function words({ seriesName, value: [overkill, escapes, threshold] }) {
  const at = threshold === undefined ? 'as it is' : `good from ${share(threshold)} on`;
  return `${seriesName}, ${at}: ${share(escapes)} escapes, ${share(overkill)} overkill`;
}
