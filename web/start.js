// Fetches the program and starts it. boot.js has run before and says so when this fails.
import './door.js?v=dev';
import './reader.js?v=dev';
import init from './plimsoll-web.js?v=dev';

const program = new URL('./plimsoll-web_bg.wasm?v=dev', import.meta.url);
init({ module_or_path: program }).catch((error) => plimsollKeep.failed(error));
