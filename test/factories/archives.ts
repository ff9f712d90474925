import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, and lies about it. */
export interface ZipEntry {
  readonly name: string;
  readonly data?: Buffer | string;
  /** Packs the data; default: stored as it is. */
  readonly isPacked?: boolean;
  /** Bytes that are there already packed, with their true size and sum. */
  readonly packed?: { readonly bytes: Buffer; readonly size: number; readonly sum: number };
  readonly declaredSize?: number;
  readonly declaredSum?: number;
  readonly flags?: number;
  /** Shares the bytes of an earlier entry instead of having its own. */
  readonly at?: number;
}

/** A ZIP archive of these files. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const plan: Buffer[] = [];
  const offsets: number[] = [];
  let position = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data ?? '');
    const isPacked = entry.isPacked === true || entry.packed !== undefined;
    const bytes = entry.packed?.bytes ?? (isPacked ? deflateRawSync(data) : data);
    const name = Buffer.from(entry.name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE((entry.flags ?? 0) | 0x0800, 2);
    facts.writeUInt16LE(isPacked ? 8 : 0, 4);
    facts.writeUInt32LE(entry.declaredSum ?? entry.packed?.sum ?? crc32(data), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(entry.declaredSize ?? entry.packed?.size ?? data.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const offset = entry.at === undefined ? position : offsets[entry.at]!;
    offsets.push(offset);
    if (entry.at === undefined) {
      parts.push(Buffer.from('PK\u0003\u0004'), facts, name, bytes);
      position += 30 + name.length + bytes.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    plan.push(Buffer.from('PK\u0001\u0002'), Buffer.of(20, 0), facts, rest, name);
  }
  const central = Buffer.concat(plan);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length % 65_536, 4);
  end.writeUInt16LE(entries.length % 65_536, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(position, 12);
  const zip64 = entries.length < 65_535 ? Buffer.alloc(0) : zip64End(entries.length, central.length, position);
  if (zip64.length > 0) end.fill(0xff, 4, 16);
  return Buffer.concat([...parts, central, zip64, Buffer.from('PK\u0005\u0006'), end]);
}

/** What stands before the end of an archive of more than 65,534 files. */
function zip64End(count: number, centralBytes: number, position: number): Buffer {
  const record = Buffer.alloc(56);
  record.write('PK\u0006\u0006', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(centralBytes), 40);
  record.writeBigUInt64LE(BigInt(position), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 'latin1');
  locator.writeBigUInt64LE(BigInt(position + centralBytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}

const SECTOR = 512;
const END = 0xfffffffe;

/** What lies in a compound file: a stream with its bytes, or a storage. */
export interface CompoundItem {
  readonly name: string;
  readonly data?: Buffer;
  /** Lies in the storage before it, and not in the file itself. */
  readonly isInside?: boolean;
}

/** A compound file (the container of Word before 2007) with these storages and streams. Every stream is filled up to 4,096 bytes. */
export function compoundFileOf(items: readonly CompoundItem[]): Buffer {
  const table: number[] = [0xfffffffd];
  const sectors: Buffer[] = [Buffer.alloc(0)];
  const place = (bytes: Buffer): number => {
    const start = sectors.length;
    for (let at = 0; at < bytes.length; at += SECTOR) {
      sectors.push(Buffer.concat([bytes.subarray(at, at + SECTOR)], SECTOR));
      table.push(at + SECTOR < bytes.length ? sectors.length : END);
    }
    return start;
  };
  const entries = [directoryEntry('Root Entry', 5, END, 0)];
  for (const { name, data } of items) {
    if (data === undefined) entries.push(directoryEntry(name, 1, 0, 0));
    else {
      const whole = Buffer.concat([data], Math.max(4_096, data.length));
      entries.push(directoryEntry(name, 2, place(whole), whole.length));
    }
  }
  link(entries, items);
  while (entries.length % 4 !== 0) entries.push(Buffer.alloc(128));
  const directory = place(Buffer.concat(entries));
  const header = Buffer.alloc(SECTOR, 0xff);
  header.fill(0, 0, 76);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(directory, 48);
  header.writeUInt32LE(4_096, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  header.writeUInt32LE(0, 76);
  const numbers = Buffer.alloc(SECTOR, 0xff);
  table.forEach((next, index) => numbers.writeUInt32LE(next, index * 4));
  sectors[0] = numbers;
  return Buffer.concat([header, ...sectors]);
}

/** Makes trees that are lists: each item is the right neighbour of the one before it in the same storage. */
function link(entries: readonly Buffer[], items: readonly CompoundItem[]): void {
  let [last, lastInside] = [0, 0];
  items.forEach(({ isInside = false }, index) => {
    const number = index + 1;
    const before = isInside ? lastInside : last;
    const isFirst = isInside ? lastInside === last : last === 0;
    entries[before]!.writeUInt32LE(number, isFirst ? 76 : 72);
    lastInside = number;
    if (!isInside) last = number;
  });
}

function directoryEntry(name: string, kind: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry[66] = kind;
  entry.fill(0xff, 68, 80);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}
