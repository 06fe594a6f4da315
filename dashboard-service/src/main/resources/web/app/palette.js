// Colours that differ for colour-blind eyes too (Okabe and Ito 2008; Tol 2021), with a set for dark backgrounds.

const dark = window.matchMedia('(prefers-color-scheme: dark)');

const METHODS = {
  source: ['#70777d', '#98a1a8'],
  cyclegan: ['#d98e00', '#e6a93c'],
  dann: ['#0072b2', '#56a8dc'],
  coral: ['#00845f', '#35b58c'],
  mmd: ['#332288', '#8f83e0'],
  'coral-linear': ['#7a9a01', '#a9c94a'],
  teacher: ['#a0488c', '#d185c0'],
  adabn: ['#8a5a2b', '#c79a6b'],
  'self-training': ['#c2410c', '#f08a5d'],
};

const CLASSES = [
  ['#0072b2', '#4aa3dc'], ['#d55e00', '#ef8136'], ['#009e73', '#2fc096'], ['#cc79a7', '#dc94bb'], ['#b59a00', '#e3cf4a'],
  ['#332288', '#8f83e0'], ['#56b4e9', '#8fd0f5'], ['#882255', '#cf6f9f'], ['#117733', '#5fb87a'], ['#777777', '#a5a5a5'],
];

export const isDark = () => dark.matches;

export const onThemeChange = action => dark.addEventListener('change', action);

export const methodColour = method => (METHODS[method] ?? METHODS.source)[isDark() ? 1 : 0];

export const classColour = index => CLASSES[index % CLASSES.length][isDark() ? 1 : 0];

/** A colour of the style sheet. */
export const token = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
