import { whichVersion } from '../contract';

/** A tab that says nothing for so long may be asleep, or of a build that knows no such question. */
const patienceMilliseconds = 1500;

/** The version a tab says it comes from. */
export function versionOf(client: Pick<Client, 'postMessage'>): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (version: unknown) => {
      clearTimeout(patience);
      port1.close();
      resolve(version);
    };
    const patience = setTimeout(() => end(undefined), patienceMilliseconds);
    port1.onmessage = ({ data }) => end(data);
    client.postMessage(whichVersion, [port2]);
  });
}

/** Whether every open tab comes from one build. A tab that says nothing counts as another. */
export async function allOfVersion(clients: Clients, version: string): Promise<boolean> {
  const tabs = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  return (await Promise.all(tabs.map(versionOf))).every((said) => said === version);
}
