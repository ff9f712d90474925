import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationStatus, AttachmentKind, AuthorRole, BenefitKind, Confidentiality, SupportedSection } from '../domain/terms.js';

@Entity('initiative_author')
export class InitiativeAuthorEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  initiativeId: string;

  @Column('uuid')
  personId: string;

  @Column('integer')
  position: number;

  @Column('text')
  role: AuthorRole;

  /** Hundredths of a percent. */
  @Column('integer')
  shareBp: number;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  declinedAt: Date | null;

  @Column('text', { nullable: true })
  declineReason: string | null;
}

/** Somebody who took part in the first application (Circular 18/2013, Annex I, table 12). */
@Entity('first_adopter')
export class FirstAdopterEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  initiativeId: string;

  @Column('integer')
  position: number;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('text')
  fullName: string;

  @Column('date', { nullable: true })
  birthDate: string | null;

  @Column('text', { nullable: true })
  workplace: string | null;

  @Column('text', { nullable: true })
  jobTitle: string | null;

  @Column('text', { nullable: true })
  qualification: string | null;

  @Column('text')
  workDone: string;
}

/** Where and how the initiative was applied. */
@Entity('application_record')
export class ApplicationRecordEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  initiativeId: string;

  @Column('integer')
  position: number;

  @Column('uuid', { nullable: true })
  unitId: string | null;

  @Column('text')
  place: string;

  @Column('date')
  appliedFrom: string;

  @Column('date', { nullable: true })
  appliedTo: string | null;

  @Column('text')
  status: ApplicationStatus;

  @Column('boolean')
  isFirst: boolean;

  @Column('text')
  benefitKind: BenefitKind;

  /** Integer VND. */
  @Column('bigint', { nullable: true })
  benefitAmount: number | null;

  @Column('uuid', { nullable: true })
  confirmedByPersonId: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('text', { nullable: true })
  confirmationNote: string | null;
}

/** One figure before and after, as exact decimals. */
@Entity('application_measure')
export class ApplicationMeasureEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  recordId: string;

  @Column('integer')
  position: number;

  @Column('text')
  name: string;

  @Column('text')
  unit: string;

  @Column('numeric', { precision: 20, scale: 4 })
  beforeValue: string;

  @Column('numeric', { precision: 20, scale: 4 })
  afterValue: string;

  @Column('text', { nullable: true })
  period: string | null;

  @Column('text', { nullable: true })
  source: string | null;
}

@Entity('attachment')
export class AttachmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  tenantId: string;

  @Column('uuid')
  initiativeId: string;

  @Column('uuid')
  fileId: string;

  @Column('integer')
  position: number;

  @Column('text')
  kind: AttachmentKind;

  @Column('text')
  caption: string;

  @Column('text')
  supports: SupportedSection;

  @Column('text')
  confidentiality: Confidentiality;
}
