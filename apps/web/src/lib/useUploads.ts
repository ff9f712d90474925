import { del, get, set } from 'idb-keyval';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CombinedError, useClient } from 'urql';
import { useSite, useViewer } from '../session/context.js';
import type { UploadRow } from '../ui/UploadList.js';
import { useProblem } from './errors.js';
import { formatBytes } from './format.js';
import { uploadFile } from './upload.js';

const AT_ONCE = 2;
let nextId = 1;

interface Job {
  row: UploadRow;
  file: File;
  abort: AbortController;
  startedAt: number;
}

export interface UseUploadsOptions {
  /** Where the files belong, e.g. `initiative/SK-2026-0001`; unfinished ones are sent again after a reload of the page. */
  id: string;
  /** A file has passed the check: attach it. The row goes away when the promise resolves. */
  onReady: (fileId: string, file: File) => Promise<void>;
}

/**
 * Files on their way to the server, two at a time. The bytes are kept on this device until the check is over, so that a
 * closed tab or a lost connection costs nothing but time.
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
  const keep = useCallback(() => {
    const open = [...jobs.current.values()].filter((job) => job.row.state !== 'rejected').map((job) => job.file);
    void (open.length > 0 ? set(key, open) : del(key)).catch(() => undefined);
  }, [key]);
  const change = useCallback((job: Job, part: Partial<UploadRow>) => {
    job.row = { ...job.row, ...part };
    show();
  }, [show]);

  const send = useRef<(job: Job) => Promise<void>>(() => Promise.resolve());
  const next = useCallback(() => {
    const all = [...jobs.current.values()];
    const busy = all.filter((job) => job.row.state === 'uploading').length;
    for (const job of all.filter((each) => each.row.state === 'waiting').slice(0, Math.max(0, AT_ONCE - busy))) void send.current(job);
  }, []);

  send.current = async (job: Job) => {
    job.startedAt = Date.now();
    change(job, { state: 'uploading', sent: 0, speed: undefined, error: undefined });
    try {
      const checked = await uploadFile(client, job.file, {
        signal: job.abort.signal,
        onSent: (sent) => change(job, { sent, speed: Math.round(sent / Math.max(0.5, (Date.now() - job.startedAt) / 1000)) }),
        onChecking: () => change(job, { state: 'scanning' }),
      });
      if (checked.state !== 'READY') return change(job, { state: 'rejected', error: rejectionText(checked.rejection, t) });
      await ready.current(checked.id, job.file);
      jobs.current.delete(job.row.id);
      show();
    } catch (error) {
      if (job.abort.signal.aborted) return;
      const problem = error instanceof CombinedError ? problemOf(error) : null;
      const isFinal = problem !== null && problem.code !== 'NETWORK' && problem.code !== 'INTERNAL_ERROR';
      change(job, { state: isFinal ? 'rejected' : 'failed', error: problem ? `${problem.text} ${problem.fix}` : t('upload.connection') });
    } finally {
      keep();
      next();
    }
  };

  const add = useCallback((files: Iterable<File>) => {
    for (const file of files) {
      const job: Job = { file, abort: new AbortController(), startedAt: 0, row: { id: `upload-${nextId++}`, name: file.name, size: file.size, state: 'waiting' } };
      if (file.size === 0) job.row = { ...job.row, state: 'rejected', error: t('upload.empty') };
      else if (site && file.size > site.maxUploadBytes) job.row = { ...job.row, state: 'rejected', error: t('upload.tooLarge', { max: formatBytes(site.maxUploadBytes) }) };
      jobs.current.set(job.row.id, job);
    }
    show();
    keep();
    next();
  }, [keep, next, show, site, t]);

  const latestAdd = useRef(add);
  latestAdd.current = add;

  useEffect(() => {
    const running = jobs.current;
    void get<File[]>(key).then((left) => { if (left && running.size === 0) latestAdd.current(left); }).catch(() => undefined);
    return () => running.forEach((job) => job.abort.abort());
  }, [key]);

  const retry = useCallback((rowId: string) => {
    const job = jobs.current.get(rowId);
    if (!job) return;
    change(job, { state: 'waiting', error: undefined });
    next();
  }, [change, next]);
  const remove = useCallback((rowId: string) => {
    jobs.current.get(rowId)?.abort.abort();
    jobs.current.delete(rowId);
    show();
    keep();
    next();
  }, [keep, next, show]);

  return useMemo(() => ({ rows, add, retry, remove }), [rows, add, retry, remove]);
}

function rejectionText(code: string | null, t: ReturnType<typeof useTranslation<'file'>>['t']): string {
  const lookUp = t as unknown as (keys: string[]) => string;
  return lookUp([`rejection.${code}`, 'rejection.UNKNOWN']);
}
