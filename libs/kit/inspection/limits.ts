const MEGABYTE = 1024 * 1024;

/** What one look at a file may cost. */
export interface InspectionLimits {
  /** Processes that look at files at the same time. */
  readonly atOnce: number;
  /** Milliseconds for everything that decides about the file. */
  readonly checkMs: number;
  /** Milliseconds more to read its words; without them the file is as good as with them. */
  readonly textMs: number;
  /** Milliseconds a new process has to come up in. */
  readonly startMs: number;
  /** Memory of the JavaScript heap, in megabytes; V8 ends the process at that. */
  readonly heapMegabytes: number;
  /** All memory of the process, pictures and libraries included. */
  readonly residentBytes: number;
  /** A process is replaced after so many files, whatever it did. */
  readonly filesPerProcess: number;
  /** A process is replaced when it keeps more memory than this between files. */
  readonly keptBytes: number;
  /** Milliseconds without work after which a process ends. */
  readonly idleMs: number;
}

/**
 * Two looks at once leave a machine of two cores its second for people. An ordinary file takes 5 to 300 ms and 200 MB; the largest
 * picture that is taken 2 s, the densest archive 3 s. Ten times that, and the file is not worth more.
 */
export const INSPECTION_LIMITS: InspectionLimits = {
  atOnce: 2,
  checkMs: 20_000,
  textMs: 10_000,
  startMs: 30_000,
  heapMegabytes: 256,
  residentBytes: 640 * MEGABYTE,
  filesPerProcess: 100,
  keptBytes: 320 * MEGABYTE,
  idleMs: 60_000,
};
