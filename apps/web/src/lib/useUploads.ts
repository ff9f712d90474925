import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CombinedError, useClient } from 'urql';
import type { Site } from '../session/api.js';
import { useSite, useViewer } from '../session/context.js';
import type { UploadRow } from '../ui/UploadList.js';
import { useProblem } from './errors.js';
import { formatBytes } from './format.js';
import { isSameFile, keepUploads, keptOf, keptUploads, type KeptUpload } from './keptUploads.js';
import { isPassing, SendFailure } from './sendBytes.js';
import { cancelUpload, uploadFile } from './upload.js';

const AT_ONCE = 2;
let nextId = 1;

interface Job {
  row: UploadRow;
  /** `null`: a large file of before the reload, which has to be chosen again. */
  file: File | null;
  kept: KeptUpload;
  abort: AbortController;
}

export interface UseUploadsOptions {
  /** Where the files belong, e.g. `initiative/SK-2026-0001`; unfinished ones are gone on with after a reload of the page. */
  id: string;
  /** A file has passed the check: attach it. The row goes away when the promise resolves. */
  onReady: (fileId: string, file: File) => Promise<void>;
}

/** The largest file of this kind that is taken, in bytes. */
const limitOf = (site: Site, type: string): number => (type.startsWith('video/') ? site.maxVideoBytes : site.maxUploadBytes);

/**
 * Files on their way to the server, two at a time. What is not over is remembered on this device, so that a closed tab or a lost
 * connection costs nothing but time.
 */
export function useUploads({ id, onReady }: UseUploadsOptions) {
  const { t } = useTranslation('file');
  const { accountId } = useViewer();
  const site = useSite();
  const client = useClient();
  const problemOf = useProblem();
  const key = `khoi/${accountId}/uploads/${id}`;
  const jobs = useRef(new Map<string, Job>());
  const [rows, setRows] = useState<UploadRow[]>([]);
  const ready = useRef(onReady);
  ready.current = onReady;

  const show = useCallback(() => setRows([...jobs.current.values()].map((job) => job.row)), []);
  const keep = useCallback(() => void keepUploads(key, [...jobs.current.values()].filter((job) => job.row.state !== 'rejected')), [key]);
  const change = useCallback((job: Job, part: Partial<UploadRow>) => {
    job.row = { ...job.row, ...part };
    show();
  }, [show]);

  const send = useRef<(job: Job, file: File) => Promise<void>>(() => Promise.resolve());
  const next = useCallback(() => {
    const all = [...jobs.current.values()];
    const busy = all.filter((job) => job.row.state === 'uploading').length;
    for (const job of all.filter((each) => each.row.state === 'waiting').slice(0, Math.max(0, AT_ONCE - busy))) if (job.file) void send.current(job, job.file);
  }, []);

  send.current = async (job: Job, file: File) => {
    job.abort = new AbortController();
    const { signal } = job.abort;
    const speedOf = speedometer();
    change(job, { state: 'uploading', sent: 0, speed: undefined, error: undefined });
    try {
      const checked = await uploadFile(client, file, {
        fileId: job.kept.fileId,
        signal,
        onAnnounced: (fileId, inParts) => {
          job.kept.fileId = fileId;
          change(job, { canPause: inParts });
          keep();
        },
        onSent: (sent) => change(job, { sent, speed: speedOf(sent), error: undefined }),
        onBreak: () => change(job, { speed: undefined, error: t('upload.waitsForNetwork') }),
        onChecking: () => change(job, { state: 'scanning', error: undefined }),
      });
      if (checked.state !== 'READY') return change(job, { state: 'rejected', error: rejectionText(checked.rejection, t) });
      await ready.current(checked.id, file);
      jobs.current.delete(job.row.id);
      show();
    } catch (error) {
      if (signal.aborted) return;
      const problem = error instanceof CombinedError && !isPassing(error) ? problemOf(error) : null;
      const canRetry = problem === null || problem.code === 'INTERNAL_ERROR' || problem.code === 'UPLOAD_INCOMPLETE';
      change(job, { state: canRetry ? 'failed' : 'rejected', error: problem ? `${problem.text} ${problem.fix}` : t(failureOf(error, job.row.canPause)) });
    } finally {
      keep();
      next();
    }
  };

  const addOne = useCallback((kept: KeptUpload, file: File | null) => {
    const row: UploadRow = { id: `upload-${nextId++}`, name: kept.name, size: kept.size, state: 'waiting' };
    const limit = site ? limitOf(site, kept.type) : Infinity;
    if (kept.size === 0) Object.assign(row, { state: 'rejected', error: t('upload.empty') });
    else if (kept.size > limit) Object.assign(row, { state: 'rejected', error: t('upload.tooLarge', { max: formatBytes(limit) }) });
    else if (file === null) Object.assign(row, { state: 'paused', error: t('upload.chooseAgain', { name: kept.name }) });
    jobs.current.set(row.id, { row, file, kept: { ...kept, file: undefined }, abort: new AbortController() });
  }, [site, t]);
  const refresh = useCallback(() => {
    show();
    keep();
    next();
  }, [keep, next, show]);
  const add = useCallback((files: Iterable<File>) => {
    for (const file of files) {
      const waiting = [...jobs.current.values()].find((job) => job.file === null && isSameFile(job.kept, file));
      if (waiting) Object.assign(waiting, { file, row: { ...waiting.row, state: 'waiting', error: undefined } });
      else addOne(keptOf(file), file);
    }
    refresh();
  }, [addOne, refresh]);

  const restore = useRef<(left: readonly KeptUpload[]) => void>(() => undefined);
  restore.current = (left) => {
    for (const kept of left) addOne(kept, kept.file ?? null);
    refresh();
  };
  useEffect(() => {
    const running = jobs.current;
    void keptUploads(key).then((left) => { if (left.length > 0 && running.size === 0) restore.current(left); });
    return () => running.forEach((job) => job.abort.abort());
  }, [key]);

  const retry = useCallback((rowId: string) => {
    const job = jobs.current.get(rowId);
    if (!job?.file) return;
    change(job, { state: 'waiting', error: undefined });
    next();
  }, [change, next]);
  const pause = useCallback((rowId: string) => {
    const job = jobs.current.get(rowId);
    if (job?.row.state !== 'uploading') return;
    job.abort.abort();
    change(job, { state: 'paused', speed: undefined });
  }, [change]);
  const remove = useCallback((rowId: string) => {
    const job = jobs.current.get(rowId);
    job?.abort.abort();
    if (job?.kept.fileId !== undefined && job.row.state !== 'rejected') void cancelUpload(client, job.kept.fileId);
    jobs.current.delete(rowId);
    refresh();
  }, [client, refresh]);

  return useMemo(() => ({ rows, add, retry, pause, remove }), [rows, add, retry, pause, remove]);
}

/** Bytes a second since the first that was told: what had arrived before says nothing about the line. */
function speedometer(): (sent: number) => number | undefined {
  let first: { at: number; sent: number } | undefined;
  return (sent) => {
    first ??= { at: Date.now(), sent };
    const seconds = (Date.now() - first.at) / 1000;
    return seconds < 0.5 ? undefined : Math.round((sent - first.sent) / seconds);
  };
}

function failureOf(error: unknown, inParts = false): 'upload.store' | 'upload.connectionParts' | 'upload.connection' {
  if (error instanceof SendFailure && error.status > 0) return 'upload.store';
  return inParts ? 'upload.connectionParts' : 'upload.connection';
}

function rejectionText(code: string | null, t: ReturnType<typeof useTranslation<'file'>>['t']): string {
  const lookUp = t as unknown as (keys: string[]) => string;
  return lookUp([`rejection.${code}`, 'rejection.UNKNOWN']);
}
