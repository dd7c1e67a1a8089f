import wasm from 'plimsoll/plimsoll.wasm';
import { answer } from './page.js';

globalThis.answer = () => answer({ wasm: new URL(wasm, import.meta.url) });
