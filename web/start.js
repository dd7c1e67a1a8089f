// Fetches the program and starts it. boot.js has run before and says so when this fails.
import './data.js?v=dev';
import './reader.js?v=dev';
import init from './plimsoll-web.js?v=dev';

const program = new URL('./plimsoll-web_bg.wasm?v=dev', import.meta.url);
init({ module_or_path: program }).catch((error) => plimsollKeep.failed(error));

// What only pictures need is fetched when the first one is shown, and when the first one is taken along.
globalThis.plimsollPictures = Object.freeze({
  dress() {
    if (document.getElementById('pictures')) return;
    const sheet = document.createElement('link');
    Object.assign(sheet, { id: 'pictures', rel: 'stylesheet', href: './styles/pictures.css?v=dev' });
    document.head.append(sheet);
  },
  take(way, id, name, table, done) {
    import('./picture.js?v=dev').then(({ take }) => take(way, id, name, table)).then(() => done(true), () => done(false));
  },
});
