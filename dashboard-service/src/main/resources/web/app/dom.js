// Small helpers to build and update elements.

/** An element: h('p', {class: 'x', onclick: f}, 'text', child). Null children and attributes are left out. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'style') {
      Object.entries(value).forEach(([property, set]) => element.style.setProperty(property, set));
    } else {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

/** Sets a text only where it differs, so that selections and screen readers are left in peace. */
export function text(element, value) {
  if (element.textContent !== value) {
    element.textContent = value;
  }
}

/**
 * Makes the container's children follow the items: one child a key, made once and updated after that, so that focus and
 * images survive live updates. make(item) returns an element whose update(item) method is called at once and on changes.
 */
export function keyed(container, items, keyOf, make, head = null) {
  const first = head ? 1 : 0; // a head stays in front
  const existing = new Map([...container.children].slice(first).map(child => [child.dataset.key, child]));
  items.forEach((item, index) => {
    const key = String(keyOf(item));
    let child = existing.get(key);
    existing.delete(key);
    if (!child) {
      child = make(item);
      child.dataset.key = key;
    }
    const there = container.children[first + index] ?? null;
    if (there !== child) {
      container.insertBefore(child, there);
    }
    child.update(item);
  });
  existing.forEach(child => child.remove());
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...children);
  return element;
}

/** A labelled select; options are [value, text]. Keeps what is chosen when the options change. */
export function select(label, onchange) {
  const control = h('select', { onchange: event => onchange(event.target.value) });
  const element = h('label', { class: 'field' }, h('span', {}, label), control);
  element.update = (options, chosen) => {
    const wanted = JSON.stringify(options);
    if (control.dataset.options !== wanted) {
      control.dataset.options = wanted;
      control.replaceChildren(...options.map(([value, shown]) => h('option', { value }, shown)));
    }
    control.value = chosen ?? '';
    element.hidden = options.length === 0;
  };
  return element;
}
