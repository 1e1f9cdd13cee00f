import { expect, test } from 'vitest';
import { connect, Handed, type Port, type WireError } from './protocol';

const explaining = {
  toWire: (error: unknown): WireError => ({ name: 'Error', message: (error as Error).message }),
  fromWire: ({ message }: WireError) => new Error(message)
};

/** Two ports that hand over at once. */
function ports(): [Port, Port] {
  const made: Port[] = [];
  for (const at of [0, 1]) {
    made.push({
      onmessage: null,
      postMessage: (data) => queueMicrotask(() => made[1 - at]?.onmessage?.({ data } as MessageEvent)),
      close: () => undefined
    });
  }
  return made as [Port, Port];
}

/** Sends a raw message and collects what is answered. */
function raw(port: Port): (message: unknown) => Promise<unknown[]> {
  const heard: unknown[] = [];
  port.onmessage = ({ data }) => void heard.push(data);
  return async (message) => {
    heard.length = 0;
    port.postMessage(message, []);
    await new Promise((resolve) => setTimeout(resolve));
    return [...heard];
  };
}

test('calls go both ways, and failures come over as failures', async () => {
  const [a, b] = ports();
  const left = connect(a, { double: (x: number) => 2 * x }, explaining);
  const right = connect(b, { boom: () => Promise.reject(new Error('no')) }, explaining);
  expect(await right.call('double', [21])).toBe(42);
  await expect(left.call('boom', [])).rejects.toThrow('no');
  await expect(left.call('double', [1])).rejects.toThrow('There is no method double.');
});

test('no message reaches what is not in the list', async () => {
  const [a, b] = ports();
  connect(a, { add: (x: number, y: number) => x + y }, explaining);
  const send = raw(b);
  for (const method of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'add.constructor', 'valueOf']) {
    expect(await send({ id: 1, method, args: [] }), method).toMatchObject([{ id: 1, error: {} }]);
  }
  const odd = [null, 7, 'x', {}, { id: '1', method: 'add', args: [] }, { id: 1, method: 'add', args: 'ab' }, { id: 9 }];
  for (const message of odd) expect(await send(message)).toEqual([]);
  await send({ type: 'SET', path: ['__proto__', 'polluted'], value: 1, id: 1 });
  await send(JSON.parse('{"id":1,"method":"add","args":[1,2],"__proto__":{"polluted":1}}'));
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(await send({ id: 1, method: 'add', args: [1, 2] })).toEqual([{ id: 1, result: 3 }]);
});

test('an answer that nobody asked for is nobody’s, and an odd error is made plain', async () => {
  const [a, b] = ports();
  const left = connect(a, {}, explaining);
  const answer = left.call('ask', []);
  b.postMessage({ id: 77, result: 'forged' }, []);
  b.postMessage({ id: 1, error: { message: { toString: () => 'x' }, name: 5 } }, []);
  await expect(answer).rejects.toThrow('');
});

test('after the end whoever waits is told, and nothing crosses', async () => {
  const [a, b] = ports();
  const left = connect(a, {}, explaining);
  connect(b, { never: () => new Promise(() => undefined) }, explaining);
  const waiting = left.call('never', []);
  left.end(new Error('ended'));
  await expect(waiting).rejects.toThrow('ended');
  await expect(left.call('never', [])).rejects.toThrow('ended');
});

test('memory is handed over where a method says so', async () => {
  const channel = new MessageChannel();
  const left = connect(channel.port1 as unknown as Port, {}, explaining);
  const values = new Float64Array([1, 2, 3]);
  connect(channel.port2 as unknown as Port, { give: () => new Handed(values, [values.buffer]) }, explaining);
  expect(await left.call('give', [])).toEqual(new Float64Array([1, 2, 3]));
  expect(values.length).toBe(0);
  left.end(new Error('ended'));
  channel.port2.close();
});
