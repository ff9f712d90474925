import { Fault } from './fault.js';

export const COMPOUND_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Office's own container before 2007, and around encrypted and embedded parts since: a small file system in a file. */
const HEADER_BYTES = 512;
const DIRECTORY_ENTRY_BYTES = 128;
const LAST_SECTOR = 0xfffffffa;
/** The number of no item. */
const NOBODY = 0xffffffff;
/** Names are all we read of the directory; a document has dozens. */
const MOST_ENTRIES = 20_000;
/** Streams are read only for their first records: the sheets of a workbook come behind its fonts and formats. */
const MOST_STREAM_BYTES = 1024 * 1024;

/** Reads up to `length` bytes at `position`; fewer at the end of the file. */
export type ReadAt = (position: number, length: number) => Promise<Buffer>;

interface Item {
  readonly name: string;
  readonly isStream: boolean;
  readonly start: number;
  readonly size: number;
  /** Numbers of other items: those beside this one in the same storage, and one of those inside it. */
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

/** What lies in a compound file: the names of its storages and streams, and the beginning of each stream. */
export class CompoundFile {
  private constructor(
    private readonly read: ReadAt,
    private readonly sectorBytes: number,
    private readonly miniLimit: number,
    private readonly table: readonly number[],
    private readonly miniTableStart: number,
    private readonly items: readonly (Item | null)[],
  ) {}

  /** @throws Fault DAMAGED */
  static async open(read: ReadAt): Promise<CompoundFile> {
    const header = await read(0, HEADER_BYTES);
    if (header.length < HEADER_BYTES || !header.subarray(0, 8).equals(COMPOUND_SIGNATURE)) throw new Fault('DAMAGED');
    const shift = header.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw new Fault('DAMAGED');
    const sectorBytes = 1 << shift;
    const table = await readTable(read, header, sectorBytes);
    const chain = chainOf(table, header.readUInt32LE(48), (MOST_ENTRIES * DIRECTORY_ENTRY_BYTES) / sectorBytes);
    const items: (Item | null)[] = [];
    for (const sector of chain) items.push(...itemsOf(await read((sector + 1) * sectorBytes, sectorBytes)));
    if (items[0] == null) throw new Fault('DAMAGED');
    return new CompoundFile(read, sectorBytes, header.readUInt32LE(56), table, header.readUInt32LE(60), items);
  }

  /** Whether a storage or stream of this name is anywhere inside; case does not matter. */
  has(...names: readonly string[]): boolean {
    const wanted = names.map((name) => name.toLowerCase());
    return this.items.some((item) => item !== null && wanted.includes(item.name.toLowerCase()));
  }

  /** The beginning of the first of these streams that lies in the file itself, not in a storage of it; `null` when none does. */
  async stream(...names: readonly string[]): Promise<Buffer | null> {
    const own = this.#inRoot();
    const item = names.map((name) => own.find((one) => one.isStream && one.name === name)).find((one) => one !== undefined);
    return item === undefined ? null : this.#beginning(item);
  }

  /** The beginnings of all streams of this name, wherever they lie. */
  async *streams(name: string): AsyncIterable<Buffer> {
    for (const item of this.items) if (item !== null && item.isStream && item.name === name) yield this.#beginning(item);
  }

  /** What lies in the file itself: a tree of neighbours below the child of the root. */
  #inRoot(): Item[] {
    const found = new Map<number, Item>();
    const open = [this.items[0]?.child ?? NOBODY];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      const item = this.items[number];
      if (item == null || found.has(number)) continue;
      found.set(number, item);
      open.push(item.left, item.right);
    }
    return [...found.values()];
  }

  #beginning(item: Item): Promise<Buffer> {
    const length = Math.min(item.size, MOST_STREAM_BYTES);
    return item.size < this.miniLimit ? this.#miniStream(item, length) : this.#sectors(item.start, length);
  }

  async #sectors(start: number, length: number, skip = 0): Promise<Buffer> {
    const last = Math.ceil((skip + length) / this.sectorBytes);
    const chain = chainOf(this.table, start, last).slice(Math.floor(skip / this.sectorBytes));
    const parts: Buffer[] = [];
    for (const sector of chain) parts.push(await this.read((sector + 1) * this.sectorBytes, this.sectorBytes));
    const within = skip % this.sectorBytes;
    return Buffer.concat(parts).subarray(within, within + length);
  }

  /** Short streams lie in pieces of 64 bytes inside the stream of the root. */
  async #miniStream(item: Item, length: number): Promise<Buffer> {
    const root = this.items[0];
    if (root == null) throw new Fault('DAMAGED');
    const miniTable: number[] = [];
    for (const sector of chainOf(this.table, this.miniTableStart, 2_000)) {
      numbersOf(await this.read((sector + 1) * this.sectorBytes, this.sectorBytes), miniTable);
    }
    const parts: Buffer[] = [];
    for (const mini of chainOf(miniTable, item.start, Math.ceil(length / 64))) parts.push(await this.#sectors(root.start, 64, mini * 64));
    return Buffer.concat(parts).subarray(0, length);
  }
}

/** The table that says which sector follows which. */
async function readTable(read: ReadAt, header: Buffer, sectorBytes: number): Promise<number[]> {
  const places = numbersOf(header.subarray(76, HEADER_BYTES)).filter((sector) => sector < LAST_SECTOR);
  let more = header.readUInt32LE(68);
  for (let round = 0; more < LAST_SECTOR && round < 1_000; round += 1) {
    const numbers = numbersOf(await read((more + 1) * sectorBytes, sectorBytes));
    more = numbers.pop() ?? LAST_SECTOR;
    places.push(...numbers.filter((sector) => sector < LAST_SECTOR));
  }
  const table: number[] = [];
  for (const sector of places) {
    const part = await read((sector + 1) * sectorBytes, sectorBytes);
    if (part.length === 0) throw new Fault('DAMAGED');
    numbersOf(part, table);
  }
  return table;
}

/** The sectors from `start` on, at most so many. A chain that bites its tail ends there too. */
function chainOf(table: readonly number[], start: number, most: number): number[] {
  const chain: number[] = [];
  for (let sector = start; sector < LAST_SECTOR && chain.length < most; sector = table[sector] ?? LAST_SECTOR) chain.push(sector);
  return chain;
}

function numbersOf(bytes: Buffer, into: number[] = []): number[] {
  for (let at = 0; at + 4 <= bytes.length; at += 4) into.push(bytes.readUInt32LE(at));
  return into;
}

/** Empty places count: items are known by their numbers. */
function itemsOf(sector: Buffer): (Item | null)[] {
  const items: (Item | null)[] = [];
  for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= sector.length; at += DIRECTORY_ENTRY_BYTES) {
    const entry = sector.subarray(at, at + DIRECTORY_ENTRY_BYTES);
    const nameBytes = entry.readUInt16LE(64);
    const kind = entry[66];
    const isUsed = kind !== 0 && nameBytes >= 2 && nameBytes <= 64;
    items.push(!isUsed ? null : {
      name: entry.toString('utf16le', 0, nameBytes - 2), isStream: kind === 2, start: entry.readUInt32LE(116), size: entry.readUInt32LE(120),
      left: entry.readUInt32LE(68), right: entry.readUInt32LE(72), child: entry.readUInt32LE(76),
    });
  }
  return items;
}
