/**
 * Resolves with the next task. A message, not a frame: hidden tabs get no frames, and timers there wait a second.
 * A channel each, closed at once: an open port keeps Node from ending.
 */
export function tick(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
