export { packEverything, type Packed, type PackOptions } from './pack';
export { readBackup, type Backup } from './unpack';
export { bringIn, compareBackup, type BringInOptions, type Compared } from './bring-in';
