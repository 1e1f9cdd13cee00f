/**
 * Resolves with the next task, so that messages are heard in between. Not a timer: nested ones are held back to 4 ms and more,
 * and in hidden tabs for a second; nor a frame, which hidden tabs do not get. A channel each, closed at once: an open port
 * keeps Node from ending.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => {
      port2.close();
      resolve();
    };
    port1.postMessage(undefined);
  });
}
