import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type WithdrawalVeto, WithdrawalVetoes } from '@domain/initiative';
import { Database, sql } from '@kit/database';
import type { DomainError } from '@kit/errors';
import { withdrawalDuringEvaluation } from './evaluation.errors.js';

/**
 * From the opening of scoring until the decision an initiative is not withdrawn: members are judging it, and a result
 * without an initiative could be neither decided nor told. One that a locked session put off is free again.
 */
@Injectable()
export class EvaluationVeto implements WithdrawalVeto, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly vetoes: WithdrawalVetoes,
  ) {}

  onModuleInit(): void {
    this.vetoes.register(this);
  }

  async vetoesOf(initiativeIds: readonly string[]): Promise<ReadonlyMap<string, DomainError>> {
    const rows = await this.database.rows<{ id: string }>(sql`
      select distinct a.initiative_id as id from agenda_item a join evaluation_session s on s.id = a.session_id
      left join item_result r on r.item_id = a.id
      where a.initiative_id = any (${initiativeIds}::uuid[])
        and (s.state in ('SCORING', 'SCORED', 'BALLOTING', 'COUNTED', 'MINUTES_DRAFT') or (s.state = 'LOCKED' and r.outcome <> 'DEFERRED'))`);
    return new Map(rows.map(({ id }) => [id, withdrawalDuringEvaluation()]));
  }
}
