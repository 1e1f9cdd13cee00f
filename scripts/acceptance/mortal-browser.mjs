import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../browser.mjs';

/**
 * A Chromium with a profile that stays, and that can be killed like a machine whose power goes: SIGKILL to every process
 * of it at once. Playwright's own launch keeps neither the profile nor the process at hand.
 * @param {string} profile folder
 */
export async function launchMortal(profile) {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profile, lock), { force: true });
  const flags = [
    ...browserFlags,
    '--headless',
    '--window-size=1440,900',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank'
  ];
  // A group of its own, so that the renderer dies in the same moment as the browser.
  const child = spawn(await ensureBrowser(), flags, { detached: true, stdio: 'ignore' });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const end = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
  };
  // A measurement that breaks off leaves no browser behind.
  process.once('exit', end);
  void gone.then(() => process.removeListener('exit', end));
  for (let waited = 0; !(existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n')); waited += 20) {
    if (waited > 20_000) throw new Error('Chromium did not open its port within 20 s.');
    await wait(20);
  }
  const [port] = readFileSync(portFile, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no window.');
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    /** @returns {Promise<number>} the moment of the kill, in `performance.now()` */
    kill: async () => {
      const moment = performance.now();
      end();
      await gone;
      await browser.close().catch(() => {});
      return moment;
    }
  };
}
