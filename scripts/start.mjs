import { parseArgs } from 'node:util';
import { ensureBuilt } from './site/build.mjs';
import { openOnDesktop } from './site/desktop.mjs';
import { ensureInstalled } from './site/install.mjs';
import { buildDirectory } from './site/places.mjs';
import { serveSite } from './site/server.mjs';

const usage = `Installs, builds and serves PHEMS Notebook on this machine.
  npm start [-- --port N] [--base /sub-folder] [--no-open]`;

/** @returns {{port: number, base: string, open: boolean, help: boolean}} */
function readArguments() {
  const { values } = parseArgs({
    options: {
      // `npm start --port N` without the `--` reaches us through npm's environment.
      port: { type: 'string', default: process.env['npm_config_port'] ?? '4173' },
      base: { type: 'string', default: '' },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false }
    }
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port is ${values.port}, not 0 to 65535.`);
  return { port, base: values.base.replace(/\/+$/, ''), open: !values['no-open'], help: values.help };
}

try {
  const { port, base, open, help } = readArguments();
  if (help) console.log(usage);
  else {
    await ensureInstalled();
    await ensureBuilt();
    const site = await serveSite({ directory: buildDirectory, base, port });
    if (port !== 0 && site.port !== port) console.log(`Port ${port} is taken; using ${site.port}.`);
    console.log(`PHEMS Notebook: ${site.url}/\nStop with Ctrl-C.`);
    if (open) openOnDesktop(`${site.url}/`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 2;
}
