// Loss curves of one job as small charts, one a loss, live.

import { axis, chart, dispose, tooltip } from '../charts.js';
import { h, keyed, select, text } from '../dom.js';
import { loss, methodName, percent, phaseName, words } from '../format.js';
import { methodColour, onThemeChange, token } from '../palette.js';
import { isActive } from '../progress.js';
import { state as store, watch } from '../store.js';

const SHARE = /accuracy/i;

export function curves(body) {
  let chosen = null; // null follows the running job
  const picker = select('Curves of', method => {
    chosen = method;
    draw(store);
  });
  const charts = h('div', { class: 'curves' });
  const quiet = h('p', { class: 'quiet' });
  const head = h('header', { class: 'sub' }, h('h3', {}, 'Losses'), picker);
  body.append(head, charts, quiet);

  function draw(state) {
    const jobs = (state.jobs.data ?? []).filter(job => job.history?.length || job.current);
    const job = jobs.find(one => one.method === chosen) ?? jobs.find(isActive) ?? jobs.at(-1);
    body.hidden = !state.jobs.data?.length;
    picker.update(jobs.map(one => [one.method, methodName(one.method)]), job?.method);
    text(quiet, job ? '' : 'Curves appear with the first finished epoch.');
    const wanted = job ? series(job) : [];
    const gone = [...charts.children].filter(child => !wanted.some(one => one.key === child.dataset.key));
    gone.forEach(child => dispose(child.plot));
    keyed(charts, wanted, one => one.key, curve);
  }
  watch(['jobs'], draw);
  onThemeChange(() => draw(store));
}

/** One series a phase and figure: points by epoch, and the running epoch's value so far. */
function series(job) {
  const all = new Map();
  const add = (point, running) => {
    for (const [name, value] of [...Object.entries(point.losses ?? {}), ...Object.entries(point.metrics ?? {})]) {
      const key = `${job.jobId} ${point.phase} ${name}`;
      if (!all.has(key)) {
        all.set(key, { key, name, phase: point.phase, job, points: [], running: null });
      }
      running ? (all.get(key).running = [point.epoch, value]) : all.get(key).points.push([point.epoch, value]);
    }
  };
  [...(job.history ?? [])].sort((a, b) => a.epoch - b.epoch).forEach(point => add(point, false));
  job.current && add(job.current, true);
  return [...all.values()];
}

function curve() {
  const title = h('span', {});
  const last = h('b', { class: 'number' });
  const plot = h('div', { class: 'plot', role: 'img' });
  const element = h('figure', { class: 'curve' }, h('figcaption', {}, title, last), plot);
  element.plot = plot;
  element.update = one => {
    const write = SHARE.test(one.name) ? value => `${percent(value)} %` : loss;
    const value = (one.running ?? one.points.at(-1))[1];
    const phases = new Set((one.job.history ?? []).map(point => point.phase).concat(one.job.phase));
    text(title, words(one.name) + (phases.size > 1 ? `, ${phaseName(one.phase).toLowerCase()}` : ''));
    text(last, write(value));
    plot.setAttribute('aria-label', `${words(one.name)} by epoch, now ${write(value)}`);
    requestAnimationFrame(() => plot.isConnected && chart(plot).setOption(option(one, write), true));
  };
  return element;
}

function option(one, write) {
  const colour = methodColour(one.job.method);
  const epochs = Math.max(one.phase === one.job.phase ? one.job.epochs : 0, one.points.at(-1)?.[0] ?? 1, 2);
  const ahead = one.running && one.points.length ? [one.points.at(-1), one.running] : [];
  return {
    animation: false,
    grid: { left: 44, right: 8, top: 8, bottom: 18 },
    tooltip: { ...tooltip(), trigger: 'axis', formatter: ([at]) => `Epoch ${at.value[0]}: ${write(at.value[1])}` },
    xAxis: axis({ min: 1, max: epochs, minInterval: 1, splitNumber: 4, splitLine: { show: false }, axisLabel: { ...axis().axisLabel, hideOverlap: true, showMaxLabel: true } }),
    yAxis: axis({ scale: true, splitNumber: 2, axisLabel: { ...axis().axisLabel, formatter: write } }),
    series: [
      { type: 'line', data: one.points, symbol: 'circle', symbolSize: one.points.length > 30 ? 0 : 4, color: colour, lineStyle: { width: 1.5 } },
      { type: 'line', data: ahead, symbol: 'none', color: colour, lineStyle: { width: 1, type: 'dotted' }, silent: true },
      { type: 'line', data: one.running ? [one.running] : [], symbolSize: 6, symbol: 'circle', itemStyle: { color: token('paper'), borderColor: colour, borderWidth: 1.5 }, silent: true },
    ],
  };
}
