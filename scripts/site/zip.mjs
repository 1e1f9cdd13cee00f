import { gzipSync } from 'node:zlib';

/**
 * @typedef {object} ZipEntry
 * @property {string} name with /
 * @property {Buffer} content
 * @property {Buffer} [gzipped] its `.gz`, where there is one already
 * @property {boolean} [executable]
 */

/** Of a gzip: its head without a name, and the sum and the length at its end. */
const headBytes = 10;
const tailBytes = 8;

/** 1 January 1980, midnight: the first moment a zip can say, and the same for every build. */
const dosTime = 0;
const dosDate = 0x0021;

/**
 * A zip whose bytes depend on its entries alone: no times, no owner, the order as given.
 * @param {readonly ZipEntry[]} entries less than 65,536, less than 4 GB
 * @returns {Buffer}
 */
export function zipOf(entries) {
  /** @type {Buffer[]} */
  const parts = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const { name, content, gzipped = gzipSync(content, { level: 9 }), executable = false } of entries) {
    const squeezed = gzipped.subarray(headBytes, -tailBytes);
    const stored = squeezed.length >= content.length;
    const body = stored ? content : squeezed;
    const path = Buffer.from(name, 'utf8');

    // What both headers say: version, flags (names are UTF-8), method, time, sum, sizes, length of the name.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt16LE(stored ? 0 : 8, 4);
    facts.writeUInt16LE(dosTime, 6);
    facts.writeUInt16LE(dosDate, 8);
    facts.writeUInt32LE(gzipped.readUInt32LE(gzipped.length - tailBytes), 10);
    facts.writeUInt32LE(body.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, path]);

    // Made on Unix (3), so that who may run a file comes along.
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((executable ? 0o100755 : 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), facts, rest, path);
    parts.push(local, body);
    offset += local.length + body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
