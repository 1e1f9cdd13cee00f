import { spawn } from 'node:child_process';

/**
 * The program that opens an address, or undefined where nobody sits in front of the machine.
 * @param {{platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, terminal: boolean}} machine
 * @returns {[program: string, ...parameters: string[]] | undefined}
 */
export function opener({ platform, environment, terminal }) {
  if (!terminal || environment['CI']) return undefined;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return environment['DISPLAY'] || environment['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined;
}

/** @param {string} url */
export function openOnDesktop(url) {
  const found = opener({
    platform: process.platform,
    environment: process.env,
    terminal: process.stdin.isTTY === true
  });
  if (!found) return;
  const [program, ...parameters] = found;
  const child = spawn(program, [...parameters, url], { stdio: 'ignore', detached: true });
  // The address is printed anyway.
  child.on('error', () => {});
  child.unref();
}
