import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { exchange } from './client.mjs';
import { aPdf } from './pdf.mjs';

const SEEN = 'id code state revision currentVersion receipt { number }';
const mutation = (name, type = `${name[0].toUpperCase()}${name.slice(1)}Input`, fields = SEEN) => `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
const CREATE = mutation('createInitiative');
const SAVE = mutation('saveInitiative');
const RECORDS = mutation('setApplicationRecords');
const ATTACH = mutation('attachFile');
const SUBMIT = mutation('submitInitiative');
const ACCEPT = mutation('acceptInitiative');
const SHEET = mutation('saveScoreSheet', undefined, 'id revision');
const REQUEST_UPLOAD = 'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { url method headers { name value } fields { name value } file { id } } }';
const COMPLETE_UPLOAD = 'mutation ($id: ID!) { completeUpload(fileId: $id) { id state } }';
const LOOK = `query ($id: ID) { initiative(id: $id) { ${SEEN} content } }`;

/** The whole legal form, with a mark that tells one edit from another. */
const wholeText = (ward, mark) => ({
  kind: 'MANAGEMENT', fieldId: ward.fieldId, submittingUnitId: ward.unitId, firstAppliedOn: ward.appliedFrom, firstAppliedKind: 'APPLIED', isStateFunded: false,
  summary: 'Người dân tra cứu lịch tiếp công dân trên điện thoại.', stateBefore: 'Lịch tiếp công dân được ghi sổ giấy.',
  content: `Lập sổ tay điện tử và gửi mã QR về các tổ dân phố. Lần sửa ${mark}.`, novelty: 'Lần đầu tiên phường công khai lịch tiếp công dân qua mã QR.',
  conditions: 'Một máy tính có kết nối mạng.', benefitAuthor: 'Giảm thời gian chờ của người dân.',
});

const aRecord = (ward) => ({
  unitId: ward.unitId, place: 'Bộ phận Một cửa', appliedFrom: ward.appliedFrom, status: 'APPLIED', isFirst: true, benefitKind: 'NOT_COUNTABLE',
  measures: [{ name: 'Thời gian chờ', unit: 'phút', before: '30', after: '12,5' }],
});

export const markOf = (text) => Number(/Lần sửa (\d+)/.exec(text)?.[1] ?? 0);

/**
 * Somebody who does the work of a ward for as long as `isOpen()`, and writes into a ledger what was acknowledged, by the rules of a
 * good client: what may be repeated is repeated with the same key, what may not is looked up.
 */
export class Worker {
  /** `until`: asked at every act how long to insist on it. As a rule, once no new work begins, what is under way may still be finished for a while. */
  constructor({ client, ward, ledger, isOpen = () => true, pauseMs = 100, until = () => () => (isOpen() ? Infinity : ledger.closesAt) }) {
    Object.assign(this, { client, ward, ledger, isOpen, pauseMs, until });
  }

  pause = () => sleep(this.pauseMs * (0.5 + Math.random()));
  insist = (query, variables, what) => this.client.insist(query, variables, { until: this.until(), what });

  /** The dossier as it is stored now; `null` when nobody can tell. */
  async look(id) {
    const outcome = await this.insist(LOOK, { id }, 'initiative');
    return outcome.kind === 'done' ? outcome.data.initiative : null;
  }

  /** A new draft, whole and in the unit; `null` when it did not come to be. */
  async draft() {
    const title = `Sổ tay điện tử tiếp công dân ${randomUUID()}`;
    this.ledger.triedTitles.add(title);
    // Not repeated: a draft begun twice would be two.
    const begun = await this.client.send(CREATE, { input: { campaignId: this.ward.campaignId, title } }, 'createInitiative');
    if (begun.kind !== 'done') return null;
    const { id } = begun.data.createInitiative;
    const entry = { id, title, mark: 0, receipt: null, key: null };
    this.ledger.drafts.set(id, entry);
    return entry;
  }

  /** Saves the next edit; an answer that was lost is looked up. Answers whether the edit is known to be stored. */
  async edit(entry) {
    const seen = await this.look(entry.id);
    if (seen === null) return false;
    const mark = markOf(seen.content) + 1;
    const outcome = await this.client.send(SAVE, { input: { id: entry.id, revision: seen.revision, ...wholeText(this.ward, mark) } }, 'saveInitiative');
    if (outcome.kind !== 'done') return false;
    entry.mark = mark;
    return true;
  }

  async records(entry) {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const seen = await this.look(entry.id);
      if (seen === null) return false;
      const outcome = await this.client.send(RECORDS, { input: { id: entry.id, revision: seen.revision, records: [aRecord(this.ward)] } }, 'setApplicationRecords');
      if (outcome.kind === 'done') return true;
      await this.pause();
    }
    return false;
  }

  /** Sends a file, and attaches it to the dossier once it is complete. Answers its id; `null` when it did not come to be. */
  async upload(entry) {
    const bytes = aPdf();
    const asked = await this.client.send(REQUEST_UPLOAD, { input: { name: 'so-lieu.pdf', type: 'application/pdf', size: bytes.length } }, 'requestUpload');
    if (asked.kind !== 'done') return null;
    const { file, ...ticket } = asked.data.requestUpload;
    if (!(await this.#sendBytes(ticket, bytes))) return null;
    const complete = await this.insist(COMPLETE_UPLOAD, { id: file.id }, 'completeUpload');
    if (complete.kind !== 'done') return null;
    this.ledger.files.set(file.id, { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length });
    const attached = await this.insist(ATTACH, { input: { id: entry.id, fileId: file.id, kind: 'EVIDENCE', caption: 'Số liệu', supports: 'APPLICATION', confidentiality: 'INTERNAL' } }, 'attachFile');
    if (attached.kind === 'done' || attached.code === 'ATTACHMENT_FILE_TWICE') this.ledger.attachments.push({ initiativeId: entry.id, fileId: file.id });
    return file.id;
  }

  async #sendBytes({ url, method, headers, fields }, bytes) {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const { urls } = this.client.city;
      const start = performance.now();
      try {
        const answer = await send(new URL(url, urls[attempt % urls.length]), { method, headers, fields, bytes });
        this.client.record.add('bytes', answer.status < 300 ? 'ok' : `bytes: ${answer.status}`, performance.now() - start);
        if (answer.status < 300) return true;
        if (answer.status === 409) return false;
      } catch (error) {
        this.client.record.add('bytes', `line: ${error.code ?? error.message}`, performance.now() - start);
      }
      await this.pause();
    }
    return false;
  }

  /** Hands the dossier in, again and again under one key, now and then to both processes at once. Every answer must be the same receipt. */
  async submit(entry) {
    entry.key = randomUUID();
    const seen = await this.look(entry.id);
    if (seen === null || seen.state !== 'DRAFT') return;
    const input = { id: entry.id, revision: seen.revision, declarationAccepted: true, idempotencyKey: entry.key };
    const copies = Math.random() < 0.3 ? 2 : 1;
    const outcomes = await Promise.all(Array.from({ length: copies }, () => this.insist(SUBMIT, { input }, 'submitInitiative')));
    for (const outcome of outcomes) {
      if (outcome.kind !== 'done') {
        this.ledger.refusals[outcome.code] = (this.ledger.refusals[outcome.code] ?? 0) + 1;
        continue;
      }
      const { number } = outcome.data.submitInitiative.receipt;
      if (entry.receipt !== null && entry.receipt !== number) this.ledger.faults.push(`one key, two receipts: ${entry.receipt} and ${number}`);
      entry.receipt = number;
      this.ledger.submitted.add(entry.id);
    }
  }

  /** Drafts, edits, uploads, submits, over and over. */
  async author() {
    while (this.isOpen()) {
      const entry = await this.draft();
      await this.pause();
      if (entry === null) continue;
      for (let edits = 1 + Math.floor(Math.random() * 3); edits > 0; edits -= 1) {
        while (!(await this.edit(entry)) && this.isOpen()) await this.pause();
        await this.pause();
      }
      if (entry.mark === 0 || !(await this.records(entry))) continue;
      const hasFile = Math.random() < 0.5;
      if (hasFile) await this.upload(entry);
      await this.pause();
      // A file that is not checked yet holds the submission up: somebody else's turn, later.
      for (let attempt = 0; attempt < (hasFile ? 8 : 2) && entry.receipt === null; attempt += 1) {
        await this.submit(entry);
        if (entry.receipt === null) await sleep(this.isOpen() ? 1_000 : 200);
      }
    }
  }

  /** Accepts what comes in. */
  async officer() {
    while (this.isOpen()) {
      const waiting = [...this.ledger.submitted].filter((id) => !this.ledger.accepted.has(id));
      if (waiting.length === 0) await this.pause();
      for (const id of waiting.slice(0, 5)) {
        const outcome = await this.insist(ACCEPT, { input: { id, versionNumber: 1 } }, 'acceptInitiative');
        // A lost answer was followed by the truth: it is accepted already.
        if (outcome.kind === 'done' || outcome.code === 'INITIATIVE_WRONG_STATE') this.ledger.accepted.add(id);
        await this.pause();
      }
    }
  }

  /** Scores the own items as drafts; only the owner writes a sheet, so its revision is known or looked up. */
  async member({ items, given }) {
    const lines = given.lines.map(({ criterionCode, levelCode, points, met, comment }) => ({ criterionCode, levelCode, points, met, comment }));
    const revisions = new Map(items.map((id) => [id, null]));
    for (let mark = 1; this.isOpen(); mark += 1) {
      for (const itemId of items) {
        const outcome = await this.client.send(SHEET, { input: { itemId, revision: revisions.get(itemId) ?? 0, lines, generalComment: `Lần sửa ${mark}`, proposal: given.proposal } }, 'saveScoreSheet');
        if (outcome.kind === 'done') {
          revisions.set(itemId, outcome.data.saveScoreSheet.revision);
          this.ledger.sheets.set(outcome.data.saveScoreSheet.id, { mark, revision: outcome.data.saveScoreSheet.revision });
        } else if (outcome.code === 'REVISION_CONFLICT') {
          revisions.set(itemId, outcome.error.extensions.details.current);
        }
        await this.pause();
      }
    }
  }
}

/** Bytes by PUT, or as a form where the store takes them itself. */
function send(url, { method, headers = [], fields, bytes }) {
  if (!fields?.length) {
    return exchange(url, { method, headers: { ...Object.fromEntries(headers.map(({ name, value }) => [name, value])), 'content-length': bytes.length }, body: bytes });
  }
  const line = `----khoi${randomBytes(12).toString('hex')}`;
  const body = Buffer.concat([
    ...fields.map(({ name, value }) => Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)),
    Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="file"; filename="file"\r\ncontent-type: application/octet-stream\r\n\r\n`), bytes, Buffer.from(`\r\n--${line}--\r\n`),
  ]);
  return exchange(url, { method: 'POST', headers: { 'content-type': `multipart/form-data; boundary=${line}`, 'content-length': body.length }, body });
}
