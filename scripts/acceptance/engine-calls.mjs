/**
 * For the page before its own scripts: notes as `phemsCalls` when it asks an engine for something and when the answer
 * comes, with the events that an answer counts. One message goes each way (Comlink: {id, type, path} and {id, value}).
 */
export function watchEngine() {
  /** @type {{method: string, asked: number, answered: number | undefined, events: number | undefined}[]} */
  const calls = [];
  const open = new Map();
  Object.assign(window, { phemsCalls: calls });
  const { postMessage } = Worker.prototype;
  const heard = new WeakSet();
  Worker.prototype.postMessage = function (/** @type {any} */ message, /** @type {any} */ ...more) {
    if (message?.type === 'APPLY') {
      const call = {
        method: String(message.path?.[0]),
        asked: performance.now(),
        answered: undefined,
        events: undefined
      };
      open.set(message.id, call);
      calls.push(call);
    }
    if (!heard.has(this)) {
      heard.add(this);
      this.addEventListener('message', (event) => {
        const call = open.get(event.data?.id);
        if (!call) return;
        call.answered = performance.now();
        call.events = event.data.value?.events;
      });
    }
    return postMessage.call(this, message, ...more);
  };
}
