import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, onConstraint, sql, type SqlStatement } from '@kit/database';
import { isId, newId } from '@kit/ids';
import type { EvaluationRules as Rules } from '../domain/rules.js';
import { EvaluationRegulationEntity } from '../model/evaluation-regulation.entity.js';
import type { EvaluationRegulation } from '../model/regulation.types.js';
import { regulationPolicy } from '../policy/regulation.policy.js';
import type { LegalBasisReference } from '../presets/preset.js';
import { regulationCodeTaken } from '../regulation.errors.js';
import { rulesView } from './regulation-view.js';

onConstraint('evaluation_regulation_version_unique', () => regulationCodeTaken({}, ['input', 'code']));

type RegulationRow = Omit<EvaluationRegulation, 'rules' | 'frozenAt'> & { rules: Rules; frozenAt: string | null };

/** An `EvaluationRegulation` out of a row of `evaluation_regulation`; its rules still as stored. Pass it through `regulationView`. */
export function regulationJson(alias: string): SqlStatement {
  const r = sql.identifier(alias);
  const link = sql.identifier(`${alias}_link`);
  const basis = sql.identifier(`${alias}_basis`);
  return sql`json_build_object(
    'id', ${r}.id, 'tenantId', ${r}.tenant_id, 'code', ${r}.code, 'version', ${r}.version, 'name', ${r}.name, 'level', ${r}.level,
    'state', ${r}.state, 'decisionNumber', ${r}.decision_number, 'decisionDate', ${r}.decision_date,
    'effectiveFrom', ${r}.effective_from, 'effectiveTo', ${r}.effective_to, 'frozenAt', ${r}.frozen_at,
    'revision', ${r}.revision, 'rulesSha256', ${r}.rules_sha256, 'rules', ${r}.rules,
    'legalBases', (select coalesce(json_agg(json_build_object('number', ${basis}.number, 'title', ${basis}.title, 'issuer', ${basis}.issuer,
        'issuedOn', ${basis}.issued_on, 'status', ${basis}.status) order by ${link}.position), '[]')
      from evaluation_regulation_basis ${link} join legal_basis ${basis} on ${basis}.id = ${link}.legal_basis_id
      where ${link}.regulation_id = ${r}.id))`;
}

/** The object of the schema out of what `regulationJson` answered. */
export function regulationView(stored: unknown): EvaluationRegulation {
  const row = stored as RegulationRow;
  return { ...row, rules: rulesView(row.rules), frozenAt: row.frozenAt === null ? null : new Date(row.frozenAt) };
}

@Injectable()
export class RegulationsRepository {
  constructor(private readonly database: Database) {}

  /** The ward's regulations, newest version first; a ward has a handful. */
  async list(viewer: Viewer): Promise<EvaluationRegulation[]> {
    const rows = await this.database.rows<{ regulation: unknown }>(sql`
      select ${regulationJson('r')} as regulation from evaluation_regulation r
      where ${regulationPolicy.where('regulation.read', viewer, 'r')}
      order by r.code, r.version desc limit 100`);
    return rows.map((row) => regulationView(row.regulation));
  }

  async find(viewer: Viewer, id: string): Promise<EvaluationRegulation | null> {
    if (!isId(id)) return null;
    const row = await this.database.row<{ regulation: unknown }>(sql`
      select ${regulationJson('r')} as regulation from evaluation_regulation r
      where r.id = ${id} and ${regulationPolicy.where('regulation.read', viewer, 'r')}`);
    return row === null ? null : regulationView(row.regulation);
  }

  /** The row itself, locked until the transaction ends. */
  async lock(tenantId: string, id: string): Promise<EvaluationRegulationEntity | null> {
    if (!isId(id)) return null;
    return this.database.manager.findOne(EvaluationRegulationEntity, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Holds all versions of a code, so that of two successors the second one finds the first in force and retires it. */
  async lockVersions({ tenantId, code }: EvaluationRegulationEntity): Promise<void> {
    await this.database.rows(sql`
      select from evaluation_regulation where tenant_id = ${tenantId} and code = ${code} order by version for update`);
  }

  async nextVersion(tenantId: string, code: string): Promise<number> {
    const row = await this.database.row<{ version: number }>(sql`
      select coalesce(max(version), 0) + 1 as version from evaluation_regulation where tenant_id = ${tenantId} and code = ${code}`);
    return row?.version ?? 1;
  }

  async add(regulation: EvaluationRegulationEntity, bases: readonly LegalBasisReference[]): Promise<void> {
    await this.database.manager.insert(EvaluationRegulationEntity, regulation);
    for (const [position, basis] of bases.entries()) {
      await this.database.execute(sql`
        with known as (
          insert into legal_basis (id, number, title, issuer, issued_on, effective_from, status)
          values (${newId()}, ${basis.number}, ${basis.title}, ${basis.issuer}, ${basis.issuedOn}, ${basis.effectiveFrom}, ${basis.status})
          on conflict (number) do update set number = excluded.number
          returning id)
        insert into evaluation_regulation_basis (regulation_id, legal_basis_id, position)
        select ${regulation.id}, known.id, ${position} from known`);
    }
  }

  async save(regulation: EvaluationRegulationEntity): Promise<void> {
    await this.database.manager.save(EvaluationRegulationEntity, regulation, { reload: false });
  }

  /** Ends the version in force of the same code, at `lastDay` or on its own first day when that comes later. */
  async retireOthers(regulation: EvaluationRegulationEntity, lastDay: string): Promise<void> {
    await this.database.execute(sql`
      update evaluation_regulation set state = 'RETIRED', effective_to = greatest(effective_from, ${lastDay}::date)
      where tenant_id = ${regulation.tenantId} and code = ${regulation.code} and state = 'IN_FORCE' and id <> ${regulation.id}`);
  }
}
