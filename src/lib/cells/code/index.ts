import { readCode, type CodeLanguage, type CodeReading } from '$workers/sandbox/analysis';
import '$lib/ui/code-editor/javascript';
import { code as words } from '$lib/messages/code';
import { formatBytes } from '$lib/messages/figures';
import type { Cell } from '$lib/notebook/model';
import { fail } from '../failures';
import { defineLazy } from '../lazy-kind';
import { endedPage } from './culprit';
import { renameInCode } from './rename';
import { runCode, type CodeShown } from './run';

/** What stacks and the console call the cell: its id where that can stand in a name of a file. */
function labelOf({ id, key }: Pick<Cell, 'id' | 'key'>): string {
  return (id ?? key).replace(/[^\w-]/g, '_');
}

function codeKind(language: CodeLanguage) {
  return defineLazy<CodeReading, CodeShown>({
    parse: (text, cell) => readCode(text, { language, label: labelOf(cell) }),
    needs: ({ code }) => ({ tables: code.tables, values: code.references }),
    defines: ({ code }, id) => (code.body === 'program' ? code.defines : id === undefined ? [] : [id]),
    policy: () => 'auto',
    run: runCode,
    blame: ({ code }) => (endedPage(code.javascript) ? fail('code-ended-page') : undefined),
    // Where it does not start, the run says why.
    prepare: ({ code: engine }) =>
      void engine.client().then(
        (client) => client.warm(),
        () => undefined
      ),
    dispose: async (names, { code: engine }) => (await engine.started())?.forget(names),
    summary: ({ output: { memoryBytes = 0 } }) => (memoryBytes >= 1e6 ? words.held(formatBytes(memoryBytes)) : ''),
    draws: ({ output: { parts } }) => parts.some((part) => part.type === 'markup' && /<svg[\s>]/i.test(part.text)),
    rename: (text, change) => renameInCode(text, language, change),
    Output: () => import('./Output.svelte'),
    report: () => import('./report')
  });
}

export const js = codeKind('js');
export const ts = codeKind('ts');
