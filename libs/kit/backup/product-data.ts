/** A file as a row names it at the time of the snapshot. */
export interface NamedFile {
  readonly id: string;
  readonly key: string;
  /** `null`: not counted yet. */
  readonly size: number | null;
  /** `null`: not hashed yet. */
  readonly sha256: string | null;
}

/** What a backup has to know of the product; kit itself knows no feature. */
export interface ProductData {
  /** Version of this release, for the manifest. */
  readonly release: string;
  /** Whether the database holds anything that a restore would destroy. One row: `"hasData"`. */
  readonly hasData: string;
  /** Files with bytes, in the order of their ids. Columns of `NamedFile`. */
  readonly files: string;
  /** Where else the bytes of a file may be, when they moved while the backup ran. */
  otherKeys(fileId: string): readonly string[];
  /** Statements that make a restored database fit for use: what is said and what is done. Run inside the restore. */
  readonly afterRestore: readonly { readonly step: string; readonly sql: string }[];
}

/** Told what is going on; for the terminal. */
export interface Progress {
  /** When it is given, the work ends as soon as it can, as if it had failed. */
  readonly signal?: AbortSignal;
  /** A step begins. */
  step(text: string): void;
  /** How far the step has come; may be called often. */
  at(done: number, total: number, unit: 'rows' | 'files'): void;
}

export const silent: Progress = { step: () => undefined, at: () => undefined };
