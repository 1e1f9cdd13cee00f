import { expect, test } from 'vitest';
import { closeSideDoors } from './side-doors';

test('the connections that no policy sees cannot be opened from the page', () => {
  const scope = { RTCPeerConnection: class {}, WebTransport: class {}, fetch: () => {} };
  closeSideDoors(scope);
  expect(Object.keys(scope)).toEqual(['fetch']);
});
