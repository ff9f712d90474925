import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FirstAppliedKind, InitiativeKind, InitiativeState } from '../domain/terms.js';

/** The live row of an initiative; what was handed in stands in `initiative_version`. */
@Entity('initiative')
export class InitiativeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  /** `SK-2026-0001`, from a gapless sequence; never reused (INV-08). */
  @Column('text')
  code: string;

  @Column('uuid')
  campaignId: string;

  @Column('text')
  state: InitiativeState;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  kind: InitiativeKind | null;

  @Column('uuid', { nullable: true })
  fieldId: string | null;

  @Column('uuid', { nullable: true })
  submittingUnitId: string | null;

  @Column('uuid', { nullable: true })
  investorUnitId: string | null;

  @Column('text', { nullable: true })
  investorName: string | null;

  @Column('boolean', { nullable: true })
  isStateFunded: boolean | null;

  @Column('date', { nullable: true })
  firstAppliedOn: string | null;

  @Column('text', { nullable: true })
  firstAppliedKind: FirstAppliedKind | null;

  @Column('date', { nullable: true })
  firstApplicationEndsOn: string | null;

  @Column('text')
  summary: string;

  @Column('text')
  stateBefore: string;

  @Column('text')
  content: string;

  @Column('text')
  novelty: string;

  @Column('text')
  conditions: string;

  /** Author-secret (Circular 18/2013 Art. 6; INV-09). */
  @Column('text')
  confidentialParts: string;

  @Column('text')
  benefitAuthor: string;

  @Column('text')
  benefitAdopters: string;

  @Column('timestamptz', { nullable: true })
  declarationAcceptedAt: Date | null;

  /** Counts the saves; whoever saves names the one last read. */
  @Column('integer')
  revision: number;

  /** Number of the newest submitted version; 0 before the first. */
  @Column('integer')
  currentVersion: number;

  @Column('integer', { nullable: true })
  acceptedVersion: number | null;

  @Column('text', { nullable: true })
  receiptNumber: string | null;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('date', { nullable: true })
  formalCheckDueOn: string | null;

  @Column('date', { nullable: true })
  supplementDueOn: string | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;

  @Column('date', { nullable: true })
  resultDueOn: string | null;

  @Column('uuid', { nullable: true })
  duplicateOfId: string | null;

  @Column('uuid')
  createdByPersonId: string;

  /** Whose save made the present revision; told to the one who comes second. */
  @Column('uuid')
  updatedByPersonId: string;
}
