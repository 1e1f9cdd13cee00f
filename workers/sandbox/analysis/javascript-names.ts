/** What JavaScript itself brings, and of the browser what a worker without network, storage and page may use. */
const language =
  'AggregateError Array ArrayBuffer AsyncFunction Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error ' +
  'EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array ' +
  'Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set ' +
  'SharedArrayBuffer String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray ' +
  'WeakMap WeakRef WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval globalThis isFinite isNaN ' +
  'parseFloat parseInt undefined unescape';

const browser =
  'AbortController AbortSignal Blob CompressionStream DOMException DecompressionStream Event EventTarget File FileReader ' +
  'FormData Headers ImageData MessageChannel OffscreenCanvas Path2D ReadableStream Request Response TextDecoder ' +
  'TextEncoder TransformStream URL URLSearchParams WebAssembly WritableStream atob btoa clearInterval clearTimeout console ' +
  'createImageBitmap crypto document performance queueMicrotask self setInterval setTimeout structuredClone';

/** Walls: known, so that using them says why they are closed, instead of that no cell has such a name. */
const closed =
  'BroadcastChannel EventSource SharedWorker WebSocket WebTransport Worker XMLHttpRequest caches fetch importScripts ' +
  'indexedDB localStorage location navigator postMessage sessionStorage window';

export const javascriptNames: ReadonlySet<string> = new Set(`${language} ${browser} ${closed}`.split(' '));
