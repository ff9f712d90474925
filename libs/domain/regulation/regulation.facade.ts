import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import { notFound } from '@kit/errors';
import { isId } from '@kit/ids';
import { type EvaluationRules, storedRules } from './domain/rules.js';
import { regulationNotInForce } from './regulation.errors.js';

/** A rule book with its fingerprint, as sessions copy it. */
export interface FixedRules {
  readonly regulationId: string;
  readonly rules: EvaluationRules;
  readonly rulesSha256: string;
}

/** What other features may ask of regulations. */
@Injectable()
export class RegulationFacade {
  constructor(private readonly database: Database) {}

  /** @throws NOT_FOUND for an id the tenant does not have */
  async rulesOf(tenantId: string, regulationId: string): Promise<EvaluationRules> {
    return (await this.#read(tenantId, regulationId)).rules;
  }

  /** The rules about filing and deadlines. */
  async filingRules(tenantId: string, regulationId: string): Promise<Pick<EvaluationRules, 'filing' | 'deadlines'>> {
    const { filing, deadlines } = await this.rulesOf(tenantId, regulationId);
    return { filing, deadlines };
  }

  /** Whether it was put in force and today lies between its first and its last day. @throws REGULATION_NOT_IN_FORCE, NOT_FOUND */
  async assertInForce(tenantId: string, regulationId: string): Promise<void> {
    const { isInForce } = await this.#read(tenantId, regulationId);
    if (!isInForce) throw regulationNotInForce();
  }

  /** Freezes the regulation at its first use and answers the rules that hold from then on. Runs in the caller's transaction. */
  async freeze(tenantId: string, regulationId: string): Promise<FixedRules> {
    await this.database.execute(sql`
      update evaluation_regulation set frozen_at = clock_timestamp()
      where tenant_id = ${tenantId} and id = ${regulationId} and frozen_at is null`);
    const { rules, rulesSha256 } = await this.#read(tenantId, regulationId);
    return { regulationId, rules, rulesSha256 };
  }

  async #read(tenantId: string, id: string): Promise<StoredRules> {
    if (!isId(id)) throw notFound();
    const row = await this.database.row<StoredRules>(sql`
      select r.rules, r.rules_sha256 as "rulesSha256",
        r.state <> 'DRAFT' and r.effective_from <= vn_today() and coalesce(r.effective_to >= vn_today(), true) as "isInForce"
      from evaluation_regulation r where r.tenant_id = ${tenantId} and r.id = ${id}`);
    if (row === null) throw notFound();
    return { ...row, rules: storedRules(row.rules) };
  }
}

interface StoredRules {
  readonly rules: EvaluationRules;
  readonly rulesSha256: string;
  readonly isInForce: boolean;
}
