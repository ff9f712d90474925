import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EvaluationRules } from '../domain/rules.js';
import type { Level, RegulationState } from './closed-lists.js';

/** One version of a ward's evaluation regulation. `code` stays the same from version to version. */
@Entity('evaluation_regulation')
export class EvaluationRegulationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('text')
  code: string;

  @Column('integer')
  version: number;

  @Column('text')
  name: string;

  @Column('text')
  level: Level;

  @Column('text')
  state: RegulationState;

  @Column('text', { nullable: true })
  decisionNumber: string | null;

  @Column('date', { nullable: true })
  decisionDate: string | null;

  @Column('date', { nullable: true })
  effectiveFrom: string | null;

  @Column('date', { nullable: true })
  effectiveTo: string | null;

  @Column('jsonb')
  rules: EvaluationRules;

  /** Of the canonical JSON of the rules; what a session copied can be compared with it for ever. */
  @Column('text')
  rulesSha256: string;

  @Column('timestamptz', { nullable: true })
  frozenAt: Date | null;

  @Column('integer')
  revision: number;
}
