// Serves the folder `site` on this machine only, where there is no Python but a Node 20 or later.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openOnDesktop } from '../site/desktop.mjs';
import { serveSite } from '../site/server.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4173' }, 'no-open': { type: 'boolean', default: false } }
});
const port = Number(values.port);
const directory = join(fileURLToPath(new URL('.', import.meta.url)), '../../site');
// Every file of a zip is of the same time: its age says nothing of its content.
const site = await serveSite({ directory, port, validators: false });
if (port !== 0 && site.port !== port) {
  console.log(`Port ${port} is taken. Notebooks kept under it are not seen under ${site.port}.`);
}
console.log(`PHEMS Notebook: ${site.url}/\nStop with Ctrl-C.`);
if (!values['no-open']) openOnDesktop(`${site.url}/`);
