import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Path of a program on this machine, or null; servers lie outside an ordinary user's PATH. */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin'];
  for (const folder of folders.filter(Boolean)) {
    try {
      accessSync(path.join(folder, name), constants.X_OK);
      return path.join(folder, name);
    } catch {
      continue;
    }
  }
  return null;
}
