import { parseArgs } from 'node:util';
import { serveSite } from './site/server.mjs';
import { buildDirectory } from './site/places.mjs';

const usage = `Serves the built site on 127.0.0.1.
  node scripts/serve.mjs [--port N] [--base /sub-folder] [--directory build] [--no-headers] [--strict-port]`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    base: { type: 'string', default: '' },
    directory: { type: 'string', default: buildDirectory },
    'no-headers': { type: 'boolean', default: false },
    'strict-port': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false }
  }
});

if (values.help) console.log(usage);
else {
  const site = await serveSite({
    directory: values.directory,
    base: values.base.replace(/\/+$/, ''),
    headers: !values['no-headers'],
    port: Number(values.port),
    strict: values['strict-port']
  });
  console.log(`Serving ${values.directory} at ${site.url}/`);
}
