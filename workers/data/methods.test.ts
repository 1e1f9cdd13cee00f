import { expect, test } from 'vitest';
import { openNodeDuck } from './duck-node';
import { createDataRoom, dataMethods } from './index';

test('the worker serves every method of the room: what it leaves out fails only in a browser', async () => {
  const room = await createDataRoom(await openNodeDuck());
  const methods = Object.entries(room).filter(([, value]) => typeof value === 'function');
  expect([...dataMethods].sort()).toEqual(methods.map(([name]) => name).sort());
});
