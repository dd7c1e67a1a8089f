// From descriptions to elements: what is there already and of the same kind stays, so focus, carets and open details stay too.
const SVG = 'http://www.w3.org/2000/svg';
const HELD = Symbol('what was set last');

/** An element as it is wanted. What is null, false or empty is left out of children; of attributes too. */
export const h = (tag, attributes = {}, ...children) => ({ tag, attributes, children: wanted(children) });
/** Words in an element, which keeps its place without them. */
export const words = (tag, name, text) => h(tag, { class: name }, text);

const wanted = (children) => children.flat(9).filter((child) => child || child === 0);

/** Makes the children of a node what is wanted. */
export function fill(parent, children, space = parent.namespaceURI) {
  let node = parent.firstChild;
  for (const child of children) {
    const isText = typeof child !== 'object';
    if (node && isText && node.nodeType === 3) {
      if (node.data !== String(child)) node.data = child;
    } else if (node && !isText && node.localName === child.tag) {
      set(node, child, child.tag === 'svg' ? SVG : space);
    } else {
      const made = isText ? parent.ownerDocument.createTextNode(child) : make(parent.ownerDocument, child, space);
      if (node) node.replaceWith(made);
      else parent.append(made);
      node = made;
    }
    node = node.nextSibling;
  }
  while (node) {
    const next = node.nextSibling;
    node.remove();
    node = next;
  }
}

function make(document, child, space) {
  const inside = child.tag === 'svg' ? SVG : space;
  const node = inside === SVG ? document.createElementNS(SVG, child.tag) : document.createElement(child.tag);
  set(node, child, inside);
  return node;
}

function set(node, { attributes, children }, space) {
  const before = node[HELD] ?? {};
  for (const name of Object.keys(before)) if (!(name in attributes)) put(node, name, null);
  for (const [name, value] of Object.entries(attributes)) if (before[name] !== value) put(node, name, value);
  node[HELD] = attributes;
  fill(node, children, space);
  // A field shows what is wanted now, whatever was typed; a select, once it has its options.
  if ('value' in attributes && node.value !== attributes.value) node.value = attributes.value;
}

function put(node, name, value) {
  if (name === 'value' && node.localName === 'select') return;
  if (value === null || value === undefined || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? '' : value);
}
