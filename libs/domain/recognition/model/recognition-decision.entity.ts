import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionKind, DecisionState, EffectivenessOutcome, RecognitionOutcome } from './closed-lists.js';

/** A decision of the head. Numbered and dated when issued, and then it stays (INV-31, INV-32). */
@Entity('recognition_decision')
export class RecognitionDecisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  sessionId: string;

  @Column('text')
  kind: DecisionKind;

  @Column('text')
  state: DecisionState;

  @Column('text')
  summary: string;

  @Column('uuid', { nullable: true })
  proposedByPersonId: string | null;

  @Column('timestamptz', { nullable: true })
  proposedAt: Date | null;

  @Column('uuid', { nullable: true })
  signedByPersonId: string | null;

  @Column('text', { nullable: true })
  signerTitle: string | null;

  @Column('integer', { nullable: true })
  number: number | null;

  @Column('integer', { nullable: true })
  year: number | null;

  @Column('text', { nullable: true })
  symbol: string | null;

  @Column('date', { nullable: true })
  issuedOn: string | null;

  @Column('timestamptz', { nullable: true })
  issuedAt: Date | null;

  @Column('integer')
  revision: number;
}

/** One initiative in a decision. */
@Entity('recognition_item')
export class RecognitionItemEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  decisionId: string;

  @Column('uuid')
  initiativeId: string;

  /** The council's locked result it rests on (INV-30). */
  @Column('uuid')
  resultId: string;

  @Column('integer')
  position: number;

  @Column('text', { nullable: true })
  outcome: RecognitionOutcome | null;

  @Column('text', { nullable: true })
  effectiveness: EffectivenessOutcome | null;

  @Column('text', { array: true })
  refusalReasons: string[];

  @Column('text')
  reason: string;

  @Column('boolean')
  deviates: boolean;

  @Column('uuid', { nullable: true })
  decidedByPersonId: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
