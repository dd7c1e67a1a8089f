// Takes a picture off the page: as a drawing (SVG), as an image (PNG), as a table (CSV), or to the clipboard.
// Fetched when that is first asked for.
//
// The browser lays the picture out once more, out of sight, as wide as a page and on light paper. One walk over it gives
// a flat list of shapes, and both the drawing and the image are made from that list. The image is painted on a canvas
// shape by shape, so no picture is ever loaded, and the page's policy needs no exception for one.
const WIDTH = 960; // CSS pixels, unless a table of cohorts needs more
const SHARP = 2; // pixels of an image for each of them
const MOST = 16_000; // pixels to a side that every browser can paint
const NAMES = 'http://www.w3.org/2000/svg';
const LEFT_OUT = '.ps-picture__tools, .ps-picture__readout, .ps-picture__table';

// way: "SVG", "PNG", "CSV" or "Copy"; id: of the figure; name: of the file; table: as text, for the last two.
export async function take(way, id, name, table) {
  const save = globalThis.plimsollKeep.download;
  if (way === 'CSV') return save(new Blob([table], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
  const figure = document.getElementById(id);
  if (way === 'SVG') return save(new Blob([drawn(flat(figure))], { type: 'image/svg+xml' }), `${name}.svg`);
  if (way === 'PNG') return save(await painted(flat(figure)), `${name}.png`);
  const both = { 'image/png': painted(flat(figure)), 'text/plain': new Blob([table], { type: 'text/plain' }) };
  return navigator.clipboard.write([new ClipboardItem(both)]);
}

// The picture as a list of shapes in the order in which they are painted, with its size and what it says.
function flat(figure) {
  const place = document.createElement('div');
  const copy = figure.cloneNode(true);
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  for (const part of [copy, ...copy.querySelectorAll('[id]')]) part.removeAttribute('id');
  place.className = 'ps-export';
  place.inert = true;
  place.style.inlineSize = `${WIDTH}px`;
  place.append(copy);
  document.body.append(place);
  try {
    const wider = [...copy.querySelectorAll('.ps-heat')].map((box) => box.scrollWidth - box.clientWidth);
    place.style.inlineSize = `${WIDTH + Math.max(0, ...wider)}px`;
    const { left, top, width, height } = copy.getBoundingClientRect();
    const paper = getComputedStyle(copy).backgroundColor;
    const says = (part) => copy.querySelector(part)?.textContent ?? '';
    const sheet = { left, top, paper, shapes: [], pen: document.createElement('canvas').getContext('2d') };
    sheet.shapes.push({ kind: 'rect', x: 0, y: 0, width, height, fill: paper });
    walk(copy, sheet);
    return {
      width: Math.ceil(width),
      height: Math.ceil(height),
      shapes: sheet.shapes,
      title: says('.ps-picture__finding'),
      about: `${says('.ps-picture__about')}. ${says('.ps-picture__note')}`.trim(),
    };
  } finally {
    place.remove();
  }
}

function walk(element, sheet) {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  const shape = element instanceof SVGElement ? svgShape(element, style, sheet) : box(element, style, sheet);
  if (shape) sheet.shapes.push(shape);
  for (const child of element.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE) walk(child, sheet);
    else if (child.nodeType === Node.TEXT_NODE) sheet.shapes.push(...lines(child, element, style, sheet));
  }
}

const isSeen = (colour) => colour !== 'none' && colour !== 'transparent' && !/[,/]\s*0\)$/.test(colour);

function box(element, style, { left, top, paper }) {
  const fill = style.backgroundColor;
  if (!isSeen(fill) || fill === paper) return null;
  const { x, y, width, height } = element.getBoundingClientRect();
  return { kind: 'rect', x: x - left, y: y - top, width, height, fill };
}

function svgShape(element, style, { left, top }) {
  const look = {
    fill: isSeen(style.fill) ? style.fill : null,
    stroke: isSeen(style.stroke) ? style.stroke : null,
    thick: parseFloat(style.strokeWidth),
    dashes: style.strokeDasharray === 'none' ? [] : style.strokeDasharray.match(/[\d.]+/g).map(Number),
  };
  if (!look.fill && !look.stroke) return null;
  const grid = element.getScreenCTM?.();
  const point = (x, y) => [grid.a * x + grid.e - left, grid.d * y + grid.f - top];
  switch (element.tagName) {
    case 'rect': {
      const [x, y] = point(element.x.baseVal.value, element.y.baseVal.value);
      const [width, height] = [element.width.baseVal.value * grid.a, element.height.baseVal.value * grid.d];
      return { kind: 'rect', x, y, width, height, ...look };
    }
    case 'line': {
      const ends = [[element.x1, element.y1], [element.x2, element.y2]];
      return { kind: 'line', points: ends.map(([x, y]) => point(x.baseVal.value, y.baseVal.value)), ...look, fill: null };
    }
    case 'polyline':
      return { kind: 'line', points: [...element.points].map(({ x, y }) => point(x, y)), ...look, fill: null };
    case 'circle': {
      const [x, y] = point(element.cx.baseVal.value, element.cy.baseVal.value);
      return { kind: 'circle', x, y, radius: element.r.baseVal.value, ...look };
    }
    default: return null;
  }
}

// A text, one piece for each line that the browser has broken it into.
function lines(node, element, style, { left, top, pen }) {
  const pieces = [];
  const add = (start, end) => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    if (rects.length === 0) return;
    if (rects.length > 1 && end - start > 1) {
      // A word that is broken inside: letter by letter.
      for (let at = start; at < end; at += 1) add(at, at + 1);
      return;
    }
    const last = pieces.at(-1);
    const [rect] = rects;
    if (last && Math.abs(last.rect.top - rect.top) < 2) {
      last.end = end;
      last.from = Math.min(last.from, rect.left);
      last.to = Math.max(last.to, rect.right);
    } else {
      pieces.push({ start, end, rect, from: rect.left, to: rect.right });
    }
  };
  for (const word of node.data.matchAll(/\S+/g)) add(word.index, word.index + word[0].length);
  const isDrawn = element instanceof SVGElement;
  const font = { size: parseFloat(style.fontSize), weight: style.fontWeight, family: style.fontFamily };
  pen.font = `${font.weight} ${font.size}px ${font.family}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText('x');
  const aligned = isDrawn ? style.textAnchor : { center: 'middle', end: 'end', right: 'end' }[style.textAlign] ?? 'start';
  const anchor = style.direction === 'rtl' ? 'middle' : aligned;
  const hasMargin = isDrawn && style.paintOrder.startsWith('stroke') && isSeen(style.stroke);
  return pieces.map(({ start, end, rect, from, to }) => ({
    kind: 'text',
    text: node.data.slice(start, end).replace(/\s+/g, ' '),
    x: { start: from, middle: (from + to) / 2, end: to }[anchor] - left,
    y: rect.top - top + (rect.height - above - below) / 2 + above,
    anchor,
    direction: style.direction,
    font,
    fill: isDrawn ? style.fill : style.color,
    stroke: hasMargin ? style.stroke : null,
    thick: parseFloat(style.strokeWidth),
    dashes: [],
  }));
}

// A colour as every program reads it: six digits, and how opaque it is.
function colour(text) {
  const [red, green, blue, opaque = 1] = text.match(/[\d.]+(?:e-?\d+)?/g).map(Number);
  const scale = text.startsWith('color(') ? 255 : 1;
  const digits = [red, green, blue].map((part) => Math.round(part * scale).toString(16).padStart(2, '0'));
  return { hex: `#${digits.join('')}`, opaque };
}

function drawn({ width, height, shapes, title, about }) {
  const make = (name, attributes, text) => {
    const element = document.createElementNS(NAMES, name);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
    return element;
  };
  const short = (number) => String(Math.round(number * 100) / 100);
  const root = make('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-labelledby': 'title about' });
  root.append(make('title', { id: 'title' }, title), make('desc', { id: 'about' }, about));
  for (const shape of shapes) {
    const fill = shape.fill ? colour(shape.fill) : { hex: 'none', opaque: 1 };
    const look = { fill: fill.hex, 'fill-opacity': fill.opaque < 1 ? fill.opaque : undefined };
    if (shape.stroke) {
      const { hex, opaque } = colour(shape.stroke);
      Object.assign(look, { stroke: hex, 'stroke-width': shape.thick, 'stroke-linejoin': 'round' });
      if (opaque < 1) look['stroke-opacity'] = opaque;
      if (shape.dashes.length > 0) look['stroke-dasharray'] = shape.dashes.join(' ');
    }
    const [x, y] = [shape.x, shape.y].map(short);
    if (shape.kind === 'rect') root.append(make('rect', { x, y, width: short(shape.width), height: short(shape.height), ...look }));
    if (shape.kind === 'circle') root.append(make('circle', { cx: x, cy: y, r: shape.radius, ...look }));
    if (shape.kind === 'line') root.append(make('polyline', { points: shape.points.map((point) => point.map(short).join(',')).join(' '), ...look }));
    if (shape.kind === 'text') {
      const { size, weight, family } = shape.font;
      const font = { 'font-size': size, 'font-weight': weight, 'font-family': family };
      const around = { 'text-anchor': shape.anchor, direction: shape.direction === 'rtl' ? 'rtl' : undefined };
      // Not every program paints the margin of a letter below it, so the margin is a text of its own.
      if (shape.stroke) root.append(make('text', { x, y, ...font, ...around, ...look, 'aria-hidden': 'true' }, shape.text));
      root.append(make('text', { x, y, ...font, ...around, fill: fill.hex }, shape.text));
    }
  }
  return new XMLSerializer().serializeToString(root);
}

function painted({ width, height, shapes }) {
  const canvas = document.createElement('canvas');
  const sharp = Math.min(SHARP, MOST / width, MOST / height);
  canvas.width = Math.round(width * sharp);
  canvas.height = Math.round(height * sharp);
  const pen = canvas.getContext('2d');
  pen.scale(sharp, sharp);
  pen.lineJoin = 'round';
  for (const shape of shapes) paint(pen, shape);
  return new Promise((done, failed) => {
    canvas.toBlob((file) => (file ? done(file) : failed(new Error('The image could not be made.'))), 'image/png');
  });
}

function paint(pen, shape) {
  pen.fillStyle = shape.fill ?? 'transparent';
  pen.strokeStyle = shape.stroke ?? 'transparent';
  pen.lineWidth = shape.thick ?? 1;
  pen.setLineDash(shape.dashes ?? []);
  if (shape.kind === 'text') {
    pen.font = `${shape.font.weight} ${shape.font.size}px ${shape.font.family}`;
    pen.direction = shape.direction;
    pen.textAlign = { start: 'left', middle: 'center', end: 'right' }[shape.anchor];
    if (shape.stroke) pen.strokeText(shape.text, shape.x, shape.y);
    pen.fillText(shape.text, shape.x, shape.y);
    return;
  }
  pen.beginPath();
  if (shape.kind === 'rect') pen.rect(shape.x, shape.y, shape.width, shape.height);
  if (shape.kind === 'circle') pen.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
  if (shape.kind === 'line') for (const [x, y] of shape.points) pen.lineTo(x, y);
  if (shape.fill) pen.fill();
  if (shape.stroke) pen.stroke();
}
