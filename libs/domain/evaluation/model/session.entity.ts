import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SessionState } from '../domain/session.workflow.js';

/** A row of `evaluation_session` without its rule book, which is written once and read by statements of their own. */
@Entity('evaluation_session')
export class EvaluationSessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  councilId: string;

  @Column('uuid')
  campaignId: string;

  @Column('text')
  title: string;

  @Column('date', { nullable: true })
  heldOn: string | null;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('text')
  state: SessionState;

  @Column('date', { nullable: true })
  scoringDueOn: string | null;

  @Column('timestamptz', { nullable: true })
  fixedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  scoringOpenedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  countedAt: Date | null;

  /** The locked session that this one corrects, and why. */
  @Column('uuid', { nullable: true })
  supplementsSessionId: string | null;

  @Column('text', { nullable: true })
  supplementReason: string | null;

  @Column('timestamptz', { nullable: true })
  scoringClosedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lockedAt: Date | null;

  @Column('uuid', { nullable: true })
  lockedByPersonId: string | null;

  @Column('integer')
  revision: number;
}
