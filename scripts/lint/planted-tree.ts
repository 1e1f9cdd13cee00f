import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import { root } from '../site/places.mjs';
import { lintConfiguration } from './configuration.mjs';

/** One file in each part of the house, so that an import has something to lead to. */
const house = [
  'src/routes/page.ts',
  'src/lib/cells/index.ts',
  'src/lib/cells/sql/index.ts',
  'src/lib/notebook/model.ts',
  'src/lib/engines/index.ts',
  'src/lib/engines/spawn.ts',
  'src/lib/egress/index.ts',
  'src/lib/ui/index.ts',
  'src/lib/messages/index.ts',
  'workers/shared/table.ts',
  'workers/data/contract.ts',
  'workers/data/index.ts',
  'workers/data/worker.ts',
  'workers/data/inside.ts',
  'workers/data/import/contract.ts',
  'workers/data/import/inside.ts',
  'workers/clinical/index.ts',
  'workers/clinical/worker.ts',
  'scripts/tool.ts'
];

const settings = {
  compilerOptions: {
    module: 'esnext',
    moduleResolution: 'bundler',
    baseUrl: '.',
    paths: { '$lib/*': ['./src/lib/*'], '$workers/*': ['./workers/*'] }
  },
  include: ['src', 'workers', 'scripts']
};

/** A tree laid out as ours in a temporary folder, checked with our settings. */
export class PlantedTree {
  readonly folder = mkdtempSync(join(tmpdir(), 'phems-house-'));
  #linter: ESLint | undefined;

  constructor() {
    for (const path of house) this.plant(path, `export const name = '${path}';\n`);
    this.plant('tsconfig.json', JSON.stringify(settings));
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
  }

  plant(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** @returns the rules that a text at a path breaks */
  async broken(path: string, text: string): Promise<string[]> {
    this.#linter ??= new ESLint({
      cwd: this.folder,
      overrideConfigFile: true,
      overrideConfig: lintConfiguration(this.folder)
    });
    this.plant(path, text);
    const [result] = await this.#linter.lintFiles([path]);
    const fatal = result?.messages.find((message) => message.fatal);
    if (fatal) throw new Error(`${path}: ${fatal.message}`);
    return [...new Set((result?.messages ?? []).map((message) => message.ruleId ?? ''))];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
