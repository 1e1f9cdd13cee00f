import { spawn } from 'node:child_process';
import { root } from './places.mjs';

/**
 * Runs a program to its end. What it prints goes to stderr: stdout belongs to the answers of our own commands.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, output?: number, limitMinutes?: number}} [options]
 *   `output`: an open file that takes what it prints instead
 * @returns {Promise<number>} exit code; 127 where the program is not there, 124 where its time was up, 1 where a signal ended it
 */
export function run(program, parameters, { cwd = root, env = process.env, quiet = false, output, limitMinutes } = {}) {
  return new Promise((resolve) => {
    const told = quiet ? 'ignore' : (output ?? process.stderr);
    // npm and npx are .cmd files on Windows: only a shell starts those.
    const shell = process.platform === 'win32' && /^np[mx]$/.test(program);
    const child = spawn(program, parameters, { cwd, env, shell, stdio: ['ignore', told, told] });
    let late = false;
    const stop = () => {
      late = true;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
    };
    const timer = limitMinutes === undefined ? undefined : setTimeout(stop, limitMinutes * 60_000);
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer);
      resolve(code);
    };
    child.on('error', () => end(127));
    child.on('exit', (code) => end(late ? 124 : (code ?? 1)));
  });
}

/**
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function runOrThrow(program, parameters, options) {
  const code = await run(program, parameters, options);
  if (code !== 0) throw new Error(`\`${[program, ...parameters].join(' ')}\` ended with code ${code}.`);
}

/**
 * Runs a program of `node_modules` with this Node: no shell, no `npx` look-up.
 * @param {string} path below node_modules: `vite/bin/vite.js`
 * @param {readonly string[]} parameters
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runTool = (path, parameters, options) =>
  run(process.execPath, [`${root}/node_modules/${path}`, ...parameters], options);
