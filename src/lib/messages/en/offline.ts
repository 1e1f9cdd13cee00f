import { counted } from './pages';

/** What is said of the copy of the site that a browser keeps, of newer versions, and of the site as one file. */
export const offline = {
  title: 'This site without a network',
  text: 'The browser keeps every file of this version, so that the page starts without a network. Notebooks and data are not part of it.',
  state: 'Kept by this browser',
  ready: 'Offline ready',
  readyOf: (files: number, of: number, size: string) =>
    `Offline ready: ${files} of ${counted(of, 'file', 'files')}, ${size}`,
  keeping: (done: string, of: string) => `Keeping ${done} of ${of}`,
  keepingOf: (files: number, of: number, done: string, size: string) =>
    `Keeping ${files} of ${counted(of, 'file', 'files')}, ${done} of ${size}`,
  starting: 'Looking what is there …',
  unable:
    'This window cannot keep the app: it is private, or the browser keeps no pages. It works as long as the network does.',
  insecure:
    'This address is plain http from another machine. Browsers keep no pages from there: use https, or start the site on this machine (the zip below).',
  problems: {
    unreachable: (path: string) => `The host does not answer for \`${path}\`. It is asked again by itself.`,
    status: (path: string) => `The host has no \`${path}\` any more. Load the page anew for its newer version.`,
    differs: (path: string) =>
      `The host sends another \`${path}\` than this version was built with, so it is not kept. Load the page anew; if that does not help, tell who runs the site.`,
    full: (path: string) => `There is no room left for \`${path}\`. Free space on the disk.`,
    refused: (path: string) => `The browser did not keep \`${path}\`.`
  },
  check: 'Check the files',
  checking: 'Reading every file …',
  allRight: (n: number) => `${counted(n, 'file', 'files')} read, each as it was built.`,
  notRight: (missing: number, damaged: number) =>
    `${counted(missing, 'file', 'files')} missing, ${counted(damaged, 'file', 'files')} changed.`,
  repair: 'Repair',
  repairing: 'Bringing files anew …',
  repaired: 'Every file is there again.',
  notRepaired: 'Some files could not be brought. Try again with a network.',
  update: 'New version ready',
  updateText:
    'A newer version of this site lies ready. It starts with the next visit, or now; open tabs go on as they are.',
  load: 'Load it now',
  version: 'Version',
  build: 'Build',
  buildText: 'One mark of all files of the site (SHA-256). The same sources give the same mark.',
  buildShort: (mark: string) => `build ${mark}`,
  zip: 'The site as a zip',
  zipText:
    'For a class or a hospital without internet: unzip, then start `start.sh` (Linux, macOS; needs python3 or Node) or `start.cmd` (Windows, not tested yet). It serves on this machine only.',
  zipDownload: (size: string) => `Download, ${size}`,
  zipLink: (size: string) => `Site as zip (${size})`,
  checksum: 'Checksum (SHA-256)'
};
