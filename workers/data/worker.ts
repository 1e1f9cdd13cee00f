import { serve } from '../shared/serve';
import { openBrowserDuck } from './duck-browser';
import { createDataRoom, dataMethods, explain, type DataRoom } from './index';

let room: Promise<DataRoom> | undefined;

type Forward = (...given: unknown[]) => Promise<unknown>;

const forwarded = dataMethods.map((name): [string, Forward] => [
  name,
  async (...given) => (((await room) as DataRoom)[name] as Forward)(...given)
]);

serve(
  {
    ...Object.fromEntries(forwarded),
    open: async (wasm: string) => {
      room ??= openBrowserDuck(wasm).then((duck) => createDataRoom(duck));
      await room;
    }
  },
  explain
);
