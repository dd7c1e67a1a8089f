// The views beside the calculator: their sheets and their program, fetched with the first of them.
const here = (file) => new URL(file, import.meta.url);
let sheets = null;

/** Settles once the sheet is there; a view without its looks is still a view. */
const sheet = (file) => new Promise((settled) => {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: here(file), onload: settled, onerror: settled });
  document.head.append(link);
});

/** Starts the program. */
export async function open() {
  sheets ??= Promise.all(['./styles/views.css?v=dev', './styles/scenarios.css?v=dev'].map(sheet));
  const [{ default: init }] = await Promise.all([import('./plimsoll-shelf.js?v=dev'), sheets]);
  await init({ module_or_path: here('./plimsoll-shelf_bg.wasm?v=dev') });
}

// What the builder of embeds asks for: the script that its lines name, and where that lies.
Object.defineProperty(globalThis, 'plimsollShelf', {
  value: Object.freeze({
    preview: () => { import('./embed/plimsoll.js?v=dev').catch(() => {}); },
    here: () => here('./').href,
  }),
});
