import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DossierSnapshot } from '../domain/snapshot.js';
import type { DossierSection, FormalCheckOutcome, InitiativeState, VersionReason } from '../domain/terms.js';

/** What was handed in, word for word; append-only (INV-07). */
@Entity('initiative_version')
export class InitiativeVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  initiativeId: string;

  @Column('integer')
  number: number;

  @Column('jsonb')
  snapshot: DossierSnapshot;

  /** Of the canonical JSON of the snapshot. */
  @Column('text')
  sha256: string;

  @Column('text')
  reason: VersionReason;

  @Column('uuid')
  createdByPersonId: string;
}

/** One step of the procedure; append-only. */
@Entity('initiative_step')
export class InitiativeStepEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  initiativeId: string;

  /** Name of the transition in the workflow. */
  @Column('text')
  transition: string;

  @Column('text', { nullable: true })
  fromState: InitiativeState | null;

  @Column('text')
  toState: InitiativeState;

  /** `null` when the system acted. */
  @Column('uuid', { nullable: true })
  actorPersonId: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz')
  at: Date;
}

export interface StoredFault {
  readonly code: string;
  readonly section: DossierSection;
  readonly note: string | null;
}

/** The formal check of one version; append-only, at most one return per initiative. */
@Entity('formal_check')
export class FormalCheckEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  initiativeId: string;

  @Column('integer')
  versionNumber: number;

  @Column('text')
  outcome: FormalCheckOutcome;

  @Column('jsonb')
  faults: readonly StoredFault[];

  @Column('text')
  message: string;

  @Column('date', { nullable: true })
  dueOn: string | null;

  @Column('uuid')
  checkedByPersonId: string;

  @Column('timestamptz')
  checkedAt: Date;
}
