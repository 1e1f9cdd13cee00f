import { connect, type Connection, type Methods, type WireError } from '$workers/sandbox';
import { AppError } from '$workers/shared/errors';
import { trustedMarkup } from '$workers/shared/trusted-types';
import bundleUrl from '$sandbox-bundle?url';
import { frameDocument } from './frame-document.js';

/** The frame's own thread has next to nothing to do: without a word for so long it is gone, and its process with it. */
const lookEvery = 1_000;
const goneAfter = 4_000;

export interface Frame {
  /** To the worker. */
  connection: Connection;
  /** Ends the worker, whatever it does, and then the frame. */
  close(reason: unknown): void;
}

export interface FrameEvents {
  /** Served to the worker. */
  methods: Methods;
  /** The worker, or the whole frame, is no more although nobody closed it. */
  onlost(message: string): void;
}

let text: Promise<string> | undefined;

/** The worker's text, from the own origin: a frame without an origin of its own could not ask for it. */
function bundle(): Promise<string> {
  return (text ??= fetch(bundleUrl)
    .then((answer) => {
      if (!answer.ok) throw new Error(`${bundleUrl}: ${answer.status}`);
      return answer.text();
    })
    .catch((error: unknown) => {
      text = undefined;
      throw error;
    }));
}

/** Starts a worker in a frame that has no origin, no network, no storage and no parent to reach. */
export async function openFrame({ methods, onlost }: FrameEvents): Promise<Frame> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('allow', '');
  frame.setAttribute('aria-hidden', 'true');
  frame.hidden = true;
  frame.title = '';
  frame.srcdoc = trustedMarkup(frameDocument);
  const loaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));
  document.body.append(frame);
  const control = new MessageChannel();
  const data = new MessageChannel();
  const connection = connect(data.port1, methods, { toWire, fromWire });
  let closed = false;
  let heard = performance.now();

  let rest: () => void = () => undefined;
  const remove = () => {
    rest();
    control.port1.close();
    frame.remove();
  };
  const lost = (message: string) => {
    if (closed) return;
    closed = true;
    remove();
    onlost(message);
  };
  control.port1.onmessage = ({ data: told }: MessageEvent<unknown>) => {
    heard = performance.now();
    const [what, message] = Array.isArray(told) ? (told as unknown[]) : [];
    if (what === 'stopped') remove();
    else if (what === 'error') lost(String(message).slice(0, 1000));
  };
  let seen = performance.now();
  const look = () => {
    const now = performance.now();
    // The page itself slept, or its timers were held back: silence says nothing then.
    if (now - seen > 3 * lookEvery || document.visibilityState === 'hidden') heard = now;
    seen = now;
    if (now - heard > goneAfter) lost('gone');
    else control.port1.postMessage('here');
  };

  const [code] = await Promise.all([bundle(), loaded]);
  heard = seen = performance.now();
  const timer = setInterval(look, lookEvery);
  rest = () => clearInterval(timer);
  frame.contentWindow?.postMessage(code, '*', [control.port2, data.port2]);
  return {
    connection,
    close: (reason) => {
      if (closed) return;
      closed = true;
      connection.end(reason);
      control.port1.postMessage('stop');
      // A frame whose process is gone does not answer.
      setTimeout(remove, 500);
    }
  };
}

function toWire(error: unknown): WireError {
  if (error instanceof AppError) {
    const { code, message, hint } = error;
    return { name: 'Error', code, message, hint };
  }
  // What went wrong in the page itself is nothing that foreign code should read.
  console.error(error);
  return { name: 'Error', message: 'The notebook could not do this.' };
}

function fromWire({ name, message, code }: WireError): Error {
  return Object.assign(new Error(`${name}: ${message}`), { code });
}
