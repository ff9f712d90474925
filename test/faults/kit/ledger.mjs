/** What clients were told has happened. Everything in it must be found in the city afterwards. */
export class Ledger {
  triedTitles = new Set();
  /** id → { title, mark of the last acknowledged edit, receipt, key } */
  drafts = new Map();
  submitted = new Set();
  accepted = new Set();
  /** id → { sha256, size } of uploads whose completion was acknowledged */
  files = new Map();
  attachments = [];
  /** id → { mark, revision } */
  sheets = new Map();
  refusals = {};
  /** What can be seen to be wrong while it happens. */
  faults = [];
  closesAt = Infinity;

  summary() {
    const edits = [...this.drafts.values()].reduce((sum, { mark }) => sum + mark, 0);
    return `${this.drafts.size} drafts, ${edits} edits, ${this.submitted.size} submissions, ${this.accepted.size} acceptances, ${this.files.size} files, ${[...this.sheets.values()].reduce((sum, { mark }) => sum + mark, 0)} sheet saves`;
  }
}
