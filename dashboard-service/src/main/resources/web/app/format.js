// Numbers, times and names as the page writes them.

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
// a time is never shown without its zone: those who read it may sit elsewhere than the camera
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' });
const MINUTES = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const DAY_AND_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

export const NONE = '–';

const isNumber = value => typeof value === 'number' && Number.isFinite(value);

export const whole = value => (isNumber(value) ? WHOLE.format(value) : NONE);

/** A speed or similar figure: whole above 100, one digit below. */
export const figure = value => (!isNumber(value) ? NONE : Math.abs(value) >= 100 ? WHOLE.format(value) : value.toFixed(1));

/** A share of 1 as a percentage with one digit, without the sign. */
export const percent = value => (isNumber(value) ? (100 * value).toFixed(1) : NONE);

/** The 95 % interval of a share: {low, high}. */
export const interval = between => (between ? `${percent(between.low)} to ${percent(between.high)}` : '');

/** A difference of shares in percentage points, with its sign. */
export function points(value) {
  if (!isNumber(value)) {
    return NONE;
  }
  const shown = (100 * value).toFixed(1);
  return value > 0 && shown !== '0.0' ? `+${shown}` : shown.replace('-', '−').replace('−0.0', '0.0');
}

/** A score of any scale, three digits. */
export const score = value => (isNumber(value) ? Number(value.toPrecision(3)).toString().replace('-', '\u2212') : NONE);

/** The same with its sign. */
export const signed = value => (isNumber(value) && value > 0 ? `+${score(value)}` : score(value));

export function loss(value) {
  if (!isNumber(value)) {
    return NONE;
  }
  return value !== 0 && Math.abs(value) < 0.001 ? value.toExponential(1) : value.toPrecision(3);
}

export function duration(seconds) {
  if (!isNumber(seconds)) {
    return NONE;
  }
  const all = Math.round(seconds);
  if (all < 60) {
    return `${all} s`;
  }
  const minutes = Math.floor(all / 60);
  return minutes < 60 ? `${minutes} min ${String(all % 60).padStart(2, '0')} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A time with its zone; with the day where that is not today, and with the year where it is not this one. */
export const moment = instant => timed(instant, CLOCK);

/** The same to the minute, for lists and axes. */
export const minute = instant => timed(instant, MINUTES);

function timed(instant, format) {
  if (!instant) {
    return NONE;
  }
  const at = new Date(instant);
  const now = new Date();
  if (at.toDateString() === now.toDateString()) {
    return format.format(at);
  }
  return `${(at.getFullYear() === now.getFullYear() ? DAY : DAY_AND_YEAR).format(at)} ${format.format(at)}`;
}

/** The zone of the times that a person types here, such as CET. */
export const zone = () => MINUTES.formatToParts(new Date()).find(part => part.type === 'timeZoneName').value;

/** A time as a datetime-local field writes it: on this browser's clock, to the second. */
export const localTime = time => new Date(time.getTime() - 60_000 * time.getTimezoneOffset()).toISOString().slice(0, 19);

export function ago(instant, now = Date.now()) {
  if (!instant) {
    return 'never';
  }
  const seconds = Math.max(0, (now - new Date(instant).getTime()) / 1000);
  if (seconds < 5) {
    return 'now';
  }
  return seconds < 86400 ? `${duration(seconds).replace(/ \d\d s$/, '')} ago` : moment(instant);
}

const VERSION = /^(.+?)-([0-9a-f]{8})((?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/;

/** dann-3f2a9c1d-0000-4000-8000-000000000001 -> dann-3f2a9c1d, to be read by people; links and requests take the whole version. */
export const shortVersion = version => version?.replace(VERSION, '$1-$2');

/** dann-3f2a9c1d-0000-4000-8000-000000000001 -> dann */
export const methodOf = version => version.replace(VERSION, '$1');

const METHODS = { source: 'Source only', cyclegan: 'CycleGAN', dann: 'DANN', coral: 'Deep CORAL', mmd: 'MMD', 'coral-linear': 'Linear CORAL', teacher: 'Mean teacher', adabn: 'AdaBN', 'self-training': 'Self-training' };

export const methodName = method => METHODS[method] ?? method;

const PHASES = {
  train: 'Training',
  'train-generators': 'Training generators',
  translate: 'Translating',
  'fine-tune': 'Fine-tuning',
};

export const phaseName = phase => PHASES[phase] ?? words(phase ?? '');

/** targetEntropy -> Target entropy. */
export function words(name) {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[-_.]/g, ' ').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
