import { javascriptLine, typescriptLine } from './javascript-tokens';
import { addReaders } from './late-readers.svelte';

/** From here on JavaScript and TypeScript are coloured, also where they stand already. */
addReaders({ javascript: javascriptLine, typescript: typescriptLine });
