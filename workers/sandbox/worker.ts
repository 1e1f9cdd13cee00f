import { closeWays } from './closing';
import type { HostMethods } from './contract';
import { connect, Handed, type Methods, type WireError } from './protocol';
import type { Outside } from './scope';
import { Sandbox } from './sandbox';

/** A failure of the page, as code can catch it. */
function fromWire({ name, message, code, hint }: WireError): Error {
  return Object.assign(new Error(message), { name, code, hint });
}

function toWire(error: unknown): WireError {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) };
}

const scope = self as unknown as Record<string, unknown>;

// The first message brings the port, and no later one is heard. The port stays in this closure, out of reach by name.
self.onmessage = ({ ports: [port] }: MessageEvent) => {
  if (!port) return;
  self.onmessage = null;
  const load = (scope.importScripts as (url: string) => void).bind(self);
  const told = (rule: string, address: string) =>
    void connection.call('blocked', [rule, address]).catch(() => undefined);
  // Before any code of others: it could take the event away, but never gets it first.
  self.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, isTrusted }) => {
    if (isTrusted) told(effectiveDirective, blockedURI);
  });
  closeWays(scope, told);
  (Error as { stackTraceLimit?: number }).stackTraceLimit = 50;
  const outside = new Proxy({} as Outside, {
    get:
      (_, method: keyof HostMethods) =>
      (...args: unknown[]) =>
        connection.call(method, args)
  });
  const sandbox = new Sandbox(load, outside);
  const methods: Methods = {
    run: async (...args: Parameters<Sandbox['run']>) => {
      const output = await sandbox.run(...args);
      return new Handed(output, []);
    },
    resize: (...args: Parameters<Sandbox['resize']>) => sandbox.resize(...args),
    children: (...args: Parameters<Sandbox['children']>) => sandbox.children(...args),
    input: (...args: Parameters<Sandbox['input']>) => sandbox.input(...args),
    next: (...args: Parameters<Sandbox['next']>) => sandbox.next(...args),
    forget: (...args: Parameters<Sandbox['forget']>) => sandbox.forget(...args),
    ping: () => sandbox.ping()
  };
  const connection = connect(port, methods, { toWire, fromWire });
};
