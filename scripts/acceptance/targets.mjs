/**
 * The page and every worker below it, as the browser's protocol shows them: a worker's own worker can only be spoken
 * to through the worker that started it, message within message.
 */
export class Target {
  /** @type {Map<string, Target>} */
  #children = new Map();
  /** @type {Map<number, (result: any) => void>} */
  #waiting = new Map();
  #number = 0;
  #post;

  /** @param {(message: string) => void} post sends a message to this target */
  constructor(post) {
    this.#post = post;
  }

  /**
   * @param {string} method
   * @param {object} [params]
   * @returns {Promise<any>} an empty object where the target has gone
   */
  ask(method, params = {}) {
    return new Promise((resolve) => {
      const id = ++this.#number;
      this.#waiting.set(id, resolve);
      this.#post(JSON.stringify({ id, method, params }));
    });
  }

  /** Looks for workers below, from now on. */
  attach() {
    return this.ask('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  }

  /** @param {string} text a message of this target */
  receive(text) {
    const { id, result, method, params } = JSON.parse(text);
    if (id !== undefined) {
      this.#waiting.get(id)?.(result ?? {});
      this.#waiting.delete(id);
    } else this.notice(method, params);
  }

  /** @param {string} method @param {any} params of an event */
  notice(method, params) {
    if (method === 'Target.attachedToTarget' && params.targetInfo.type === 'worker') {
      const { sessionId } = params;
      const child = new Target((message) => void this.ask('Target.sendMessageToTarget', { sessionId, message }));
      this.#children.set(sessionId, child);
      void child.attach();
    }
    if (method === 'Target.receivedMessageFromTarget') this.#children.get(params.sessionId)?.receive(params.message);
    if (method === 'Target.detachedFromTarget') {
      this.#children.get(params.sessionId)?.close();
      this.#children.delete(params.sessionId);
    }
  }

  /** @returns {Target[]} this one and all below it */
  all() {
    return [this, ...[...this.#children.values()].flatMap((child) => child.all())];
  }

  /** Nobody waits for a target that has gone. */
  close() {
    for (const child of this.#children.values()) child.close();
    for (const resolve of this.#waiting.values()) resolve({});
    this.#waiting.clear();
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{target: Target, detach: () => Promise<void>}>}
 */
export async function openTarget(page) {
  const session = await page.context().newCDPSession(page);
  const target = new Target((text) => {
    const { id, method, params } = JSON.parse(text);
    session.send(method, params).then(
      (result) => target.receive(JSON.stringify({ id, result })),
      () => target.receive(JSON.stringify({ id, result: {} }))
    );
  });
  for (const event of /** @type {const} */ ([
    'Target.attachedToTarget',
    'Target.detachedFromTarget',
    'Target.receivedMessageFromTarget'
  ])) {
    session.on(event, (params) => target.notice(event, params));
  }
  await target.attach();
  return {
    target,
    detach: async () => {
      target.close();
      await session.detach().catch(() => {});
    }
  };
}
