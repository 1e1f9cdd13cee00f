import { fileURLToPath } from 'node:url';
import { lintConfiguration } from './scripts/lint/configuration.mjs';

export default lintConfiguration(fileURLToPath(new URL('.', import.meta.url)));
