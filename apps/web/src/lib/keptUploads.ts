import { del, get, set } from 'idb-keyval';

/** What is known on this device of an upload that is not over. */
export interface KeptUpload {
  name: string;
  size: number;
  type: string;
  lastModified: number;
  /** On the server, once it was announced. */
  fileId?: string;
  /** The bytes; large files are not kept, and have to be chosen again after a reload. */
  file?: File;
}

/** Above this a second copy on the device costs more than choosing the file again. */
const KEPT_BYTES = 50 * 1024 * 1024;

/** Remembers uploads that are not over, so that a closed tab costs nothing but time. A device that cannot keep them loses only that. */
export async function keepUploads(key: string, open: readonly { file: File | null; kept: KeptUpload }[]): Promise<void> {
  const list = open.map(({ file, kept }) => ({ ...kept, file: file !== null && file.size <= KEPT_BYTES ? file : undefined }));
  await (list.length > 0 ? set(key, list) : del(key)).catch(() => undefined);
}

export async function keptUploads(key: string): Promise<KeptUpload[]> {
  const list = await get<(KeptUpload | File)[]>(key).catch(() => undefined);
  return (list ?? []).map((one) => (one instanceof File ? { ...keptOf(one), file: one } : one));
}

export function keptOf({ name, size, type, lastModified }: File): KeptUpload {
  return { name, size, type, lastModified };
}

/** Whether a file that was chosen is the one whose upload waits for it. */
export function isSameFile(kept: KeptUpload, file: File): boolean {
  return kept.name === file.name && kept.size === file.size && kept.lastModified === file.lastModified;
}
