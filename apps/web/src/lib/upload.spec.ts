import { describe, expect, it } from '@jest/globals';
import type { Client, TypedDocumentNode } from 'urql';
import { uploadFile, type CheckedFile } from './upload.js';
import { sendParts } from './uploadParts.js';

const GIVEN_UP = new Error('given up');
const FILM = new File([new Uint8Array(20)], 'minh-hoa.mp4', { type: 'video/mp4' });
const TICKET = { file: { id: 'f1' }, way: 'PARTS', url: null, method: 'PUT', headers: [], fields: [], partSize: 5, received: [] };

type Answers = Readonly<Record<string, () => unknown>>;

/** A server that answers operations by their names; what it has no answer for fails. */
function server(answers: Answers) {
  const asked: string[] = [];
  const answer = (document: TypedDocumentNode) => {
    const operation = document.definitions.find((definition) => definition.kind === 'OperationDefinition');
    const name = operation?.name?.value ?? '';
    asked.push(name);
    return Promise.resolve({ data: answers[name]?.(), error: undefined });
  };
  return { asked, client: { mutation: answer, query: answer } as unknown as Client };
}

/** One upload, and what its owner is shown of it. */
function upload(answers: Answers, abort: AbortController, onAnnounced: () => void = () => undefined, fileId?: string) {
  const { asked, client } = server(answers);
  const shown: string[] = [];
  const end: Promise<CheckedFile> = uploadFile(client, FILM, {
    fileId, signal: abort.signal, onSent: () => shown.push('sent'), onBreak: () => shown.push('break'), onChecking: () => shown.push('checking'),
    onAnnounced: (id) => {
      shown.push(`announced ${id}`);
      onAnnounced();
    },
  });
  return { asked, shown, end };
}

describe('an upload that is given up', () => {
  it('while it is being announced tells its id and sends nothing', async () => {
    const abort = new AbortController();
    const { asked, shown, end } = upload({ RequestUpload: () => { abort.abort(GIVEN_UP); return { requestUpload: TICKET }; } }, abort);
    await expect(end).rejects.toBe(GIVEN_UP);
    expect(shown).toEqual(['announced f1']);
    expect(asked).toEqual(['RequestUpload']);
  });

  it('while the code for parts is being loaded asks for no part', async () => {
    const abort = new AbortController();
    const { asked, shown, end } = upload({ RequestUpload: () => ({ requestUpload: TICKET }) }, abort, () => queueMicrotask(() => abort.abort(GIVEN_UP)));
    await expect(end).rejects.toBe(GIVEN_UP);
    expect(shown).toEqual(['announced f1']);
    expect(asked).toEqual(['RequestUpload']);
  });

  it('when all parts are there already is not said to be complete', async () => {
    const { asked, client } = server({});
    const all = sendParts(client, { fileId: 'f1', file: FILM, partSize: 5, received: [1, 2, 3, 4], onSent: () => undefined, onBreak: () => undefined, signal: AbortSignal.abort(GIVEN_UP) });
    await expect(all).rejects.toBe(GIVEN_UP);
    expect(asked).toEqual([]);
  });

  it('while its last word is under way is not shown as being checked, nor ready', async () => {
    const abort = new AbortController();
    const complete = () => { abort.abort(GIVEN_UP); return { completeUpload: { id: 'f1', state: 'READY', rejection: null } }; };
    const { asked, shown, end } = upload({ ResumeUpload: () => ({ resumeUpload: { ...TICKET, received: [1, 2, 3, 4] } }), CompleteUpload: complete }, abort, undefined, 'f1');
    await expect(end).rejects.toBe(GIVEN_UP);
    expect(shown).toEqual(['announced f1', 'sent']);
    expect(asked).toEqual(['ResumeUpload', 'CompleteUpload']);
  });

  it('while its check is asked for is not ready', async () => {
    const abort = new AbortController();
    const { asked, shown, end } = upload({
      ResumeUpload: () => ({ resumeUpload: { ...TICKET, received: [1, 2, 3, 4] } }),
      CompleteUpload: () => ({ completeUpload: { id: 'f1', state: 'RECEIVED', rejection: null } }),
      UploadedFile: () => { abort.abort(GIVEN_UP); return { file: { id: 'f1', state: 'READY', rejection: null } }; },
    }, abort, undefined, 'f1');
    await expect(end).rejects.toBe(GIVEN_UP);
    expect(shown).toEqual(['announced f1', 'sent', 'checking']);
    expect(asked).toEqual(['ResumeUpload', 'CompleteUpload', 'UploadedFile']);
  });
});

describe('an upload that nobody stops', () => {
  it('asks until its check is over and says what came of it', async () => {
    const { shown, end } = upload({
      ResumeUpload: () => ({ resumeUpload: { ...TICKET, received: [1, 2, 3, 4] } }),
      CompleteUpload: () => ({ completeUpload: { id: 'f1', state: 'RECEIVED', rejection: null } }),
      UploadedFile: () => ({ file: { id: 'f1', state: 'READY', rejection: null } }),
    }, new AbortController(), undefined, 'f1');
    expect(await end).toEqual({ id: 'f1', state: 'READY', rejection: null });
    expect(shown).toEqual(['announced f1', 'sent', 'checking']);
  });
});
