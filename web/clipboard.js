// A table as spreadsheets put it on the clipboard, as tab-separated text. Beside the plain text, which they give as well, the HTML
// knows which cells were merged, and numbers whole where the sheet shows them rounded.
const DIGITS = /\d(?:[\d.,\u00a0\u202f' ]*\d)?/; // the number in a cell's text, in whatever way it is written
const WORDS_AWAY = /\s*\n\s*/g; // a break inside of a cell
// The parsed page is inert: nothing in it runs or is fetched, and only its texts leave it.
const policy = globalThis.trustedTypes?.createPolicy('plimsoll-clipboard', { createHTML: (html) => html });

/** The first table of some HTML. Cells merged downwards hold their value in every row, those merged sideways in the first. */
export function table(html) {
  const page = new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html');
  const rows = Array.from(page.querySelector('table')?.rows ?? []).filter(isSeen);
  const found = rows.map((row) => Array.from(row.cells).filter(isSeen));
  const mark = found.flat().some((cell) => /\d,\d{1,2}\D*$/.test(cell.textContent)) ? ',' : '.';
  const grid = rows.map(() => []);
  found.forEach((cells, y) => {
    let x = 0;
    for (const cell of cells) {
      while (grid[y][x] !== undefined) x += 1; // held by a cell of a row above
      const text = quoted(whole(cell, mark));
      for (let down = 0; down < Math.min(cell.rowSpan || rows.length - y, rows.length - y); down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) grid[y + down][x + right] = right ? '' : text;
      }
      x += cell.colSpan;
    }
  });
  return grid.map((cells) => Array.from(cells, (text) => text ?? '').join('\t')).join('\n');
}

const isSeen = ({ style }) => style.display !== 'none';

/** A cell's text, with its number in full where only a rounding of it is shown. A date's number is no rounding of what is shown. */
function whole(cell, mark) {
  for (const line of cell.querySelectorAll('br')) line.replaceWith('\n');
  const shown = cell.textContent.replace(WORDS_AWAY, ' ').trim();
  const exact = exactly(cell);
  const [run] = shown.match(DIGITS) ?? [];
  if (run === undefined || !Number.isFinite(exact)) return shown;
  const decimals = run.includes(mark) ? run.length - run.lastIndexOf(mark) - 1 : 0;
  const size = Math.abs(shown.includes('%') ? exact * 100 : exact);
  const isRounding = size.toFixed(decimals).replace('.', '') === run.replace(/\D/g, '');
  const full = String(Number(size.toPrecision(15)));
  return isRounding && /^\d+\.\d+$/.test(full) && full.split('.')[1].length > decimals ? shown.replace(run, full.replace('.', mark)) : shown;
}

/** The number behind a cell: Excel names it `x:num`, Google Sheets keeps it in a small object. */
function exactly(cell) {
  const excel = cell.getAttribute('x:num');
  if (excel) return Number(excel);
  try {
    return JSON.parse(cell.dataset.sheetsValue ?? '{}')['3'] ?? NaN;
  } catch {
    return NaN;
  }
}

const quoted = (text) => (/^"|[\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
