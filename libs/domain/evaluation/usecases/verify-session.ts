import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@domain/regulation';
import { Database } from '@kit/database';
import { BallotsRepository } from '../data/ballots.repository.js';
import { ResultsRepository } from '../data/results.repository.js';
import { SealsRepository } from '../data/seals.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SheetsRepository } from '../data/sheets.repository.js';
import { resultOf } from '../domain/result-record.js';
import { firstDifference, type SealedPart } from '../domain/seal.js';
import { sha256 } from './sha256.js';

/** What a verification found. */
export type Verification =
  | { readonly isEqual: true; readonly sha256: string | null; readonly items: number }
  /** `part`: of the sealed record, `seal` for the seal itself, `recount` when a result is not what sheets and ballots give. */
  | { readonly isEqual: false; readonly part: SealedPart | 'seal' | 'recount'; readonly itemId: string | null };

/** Works a counted session out again from its rows, and a locked one also against its seal. Changes nothing. */
@Injectable()
export class VerifySession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly sheets: SheetsRepository,
    private readonly ballots: BallotsRepository,
    private readonly results: ResultsRepository,
    private readonly seals: SealsRepository,
  ) {}

  execute(sessionId: string): Promise<Verification> {
    return this.database.transaction(async () => {
      const seal = await this.seals.find(sessionId);
      const part = seal === null ? null : firstDifference(seal, await this.seals.recordOf(sessionId), sha256);
      if (part !== null) return { isEqual: false, part, itemId: null };
      const stored = await this.results.storedOf(sessionId);
      const again = await this.#recount(sessionId, [...stored.keys()]);
      for (const [itemId, result] of stored) {
        if (canonicalJson(result) !== canonicalJson(again.get(itemId))) return { isEqual: false, part: 'recount', itemId };
      }
      return { isEqual: true, sha256: seal?.sha256 ?? null, items: stored.size };
    });
  }

  async #recount(sessionId: string, itemIds: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    const { rules } = await this.sessions.rulesOf(sessionId);
    const sheets = await this.sheets.countedSheets(sessionId);
    const ballots = await this.ballots.closedOf(sessionId);
    const recused = await this.results.recusedVoters(sessionId);
    const appointed = await this.results.appointedVoters(sessionId);
    return new Map(itemIds.map((id) => {
      const council = { appointed, recused: recused.get(id) ?? 0, ballot: ballots.get(id) ?? null, isFinal: true };
      return [id, JSON.parse(JSON.stringify(resultOf(rules, sheets.get(id) ?? [], council))) as unknown];
    }));
  }
}
