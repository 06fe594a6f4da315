// ECharts with only what the page draws, in the page's colours.

import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

import { token } from './palette.js';

echarts.use([CustomChart, LineChart, ScatterChart, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

const resized = new ResizeObserver(entries => entries.forEach(entry => echarts.getInstanceByDom(/** @type {HTMLElement} */ (entry.target))?.resize()));

/** The chart in an element, made on first use. */
export function chart(element) {
  const existing = echarts.getInstanceByDom(element);
  if (existing) {
    return existing;
  }
  resized.observe(element);
  return echarts.init(element);
}

export function dispose(element) {
  resized.unobserve(element);
  echarts.getInstanceByDom(element)?.dispose();
}

export const font = () => getComputedStyle(document.body).fontFamily;

export function axis(overrides = {}) {
  return {
    type: 'value',
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: token('ink-2'), fontSize: 10, fontFamily: font() },
    splitLine: { lineStyle: { color: token('rule') } },
    ...overrides,
  };
}

export const tooltip = () => ({
  backgroundColor: token('panel'),
  borderColor: token('rule'),
  padding: [4, 8],
  textStyle: { color: token('ink'), fontSize: 12, fontFamily: font() },
});
