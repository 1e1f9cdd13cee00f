import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run, runTool } from './site/command.mjs';

/**
 * What a Chromium of ours goes without. A second list on the command line takes the place of the first: the ones above are
 * Playwright's own, which a test compares.
 */
export const featuresOff = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  // Each window, seen or not, loads two pages for the list below its address bar: half a second of a core for every test.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  // A process in reserve for the page after next, which a test never opens.
  'SpareRendererForSitePerProcess'
];

/** Settings that every Chromium of ours is started with: nothing of its own on the network, no sandbox for root. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${featuresOff.join(',')}`
];

const places = [
  process.env['PHEMS_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/**
 * A Chromium of this machine, or Playwright's own where it was installed.
 * @returns {Promise<string | undefined>} path of the program
 */
export async function findBrowser() {
  const found = places.find((path) => path !== undefined && existsSync(path));
  if (found) return found;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/**
 * Makes sure of a Chromium: one that is there, else Debian's package (as root), else Playwright's own.
 * @returns {Promise<string>} path of the program
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('No Chromium found: installing the Debian package …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  }
  const packaged = await findBrowser();
  if (packaged) return packaged;
  console.error("No Chromium found: installing Playwright's own …");
  await runTool('playwright/cli.js', ['install', 'chromium']);
  const installed = await findBrowser();
  if (!installed)
    throw new Error('No Chromium could be installed. Name one in the environment variable PHEMS_CHROMIUM.');
  return installed;
}

/**
 * Starts a headless Chromium.
 * @param {{flags?: readonly string[]}} [options]
 * @returns {Promise<import('@playwright/test').Browser>}
 */
export async function launchBrowser({ flags = [] } = {}) {
  const executablePath = await ensureBrowser();
  const { chromium } = await import('@playwright/test');
  return chromium.launch({ executablePath, args: [...browserFlags, ...flags] });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await ensureBrowser());
