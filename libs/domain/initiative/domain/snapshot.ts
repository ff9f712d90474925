import type { Dossier, DossierAttachment } from './dossier.js';
import type {
  ApplicationStatus, AttachmentKind, AuthorRole, BenefitKind, Confidentiality, FirstAppliedKind, InitiativeKind, SupportedSection,
} from './terms.js';

/** Raised whenever the shape below changes; old versions keep the shape they were written in. */
export const SNAPSHOT_FORMAT = 1;

/** A unit, field or campaign as it was called when the version was fixed. */
export interface NamedThing {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** An author as the legal form lists them (Circular 18/2013, Annex I), word for word on the day of submission. */
export interface SnapshotAuthor {
  readonly personId: string;
  readonly role: AuthorRole;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly unitName: string | null;
  readonly jobTitle: string | null;
  readonly qualification: string | null;
  /** Hundredths of a percent. */
  readonly shareBp: number;
}

export interface SnapshotAdopter {
  readonly personId: string | null;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly workplace: string | null;
  readonly jobTitle: string | null;
  readonly qualification: string | null;
  readonly workDone: string;
}

/** Values are decimals as canonical text. */
export interface SnapshotMeasure {
  readonly name: string;
  readonly unit: string;
  readonly before: string;
  readonly after: string;
  readonly period: string | null;
  readonly source: string | null;
}

export interface SnapshotRecord {
  /** Id of the live record, under which the unit's confirmation is found. */
  readonly id: string;
  readonly unitId: string | null;
  readonly place: string;
  readonly appliedFrom: string;
  readonly appliedTo: string | null;
  readonly status: ApplicationStatus;
  readonly isFirst: boolean;
  readonly benefitKind: BenefitKind;
  /** Integer VND. */
  readonly benefitAmount: number | null;
  readonly measures: readonly SnapshotMeasure[];
}

export interface SnapshotAttachment {
  readonly id: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly kind: AttachmentKind;
  readonly caption: string;
  readonly supports: SupportedSection;
  readonly confidentiality: Confidentiality;
}

/**
 * What was handed in, word for word (INV-07). Lists are in the authors' order. Holds no time and nothing that changes
 * after submission. A salt is added when it is stored, so that its hash gives nothing away.
 */
export interface DossierSnapshot {
  readonly format: typeof SNAPSHOT_FORMAT;
  readonly code: string;
  readonly campaign: NamedThing;
  readonly title: string;
  readonly kind: InitiativeKind;
  readonly field: NamedThing;
  readonly submittingUnit: NamedThing;
  readonly investorUnit: NamedThing | null;
  readonly investorName: string | null;
  readonly isStateFunded: boolean | null;
  readonly firstAppliedOn: string;
  readonly firstAppliedKind: FirstAppliedKind;
  readonly firstApplicationEndsOn: string | null;
  readonly summary: string;
  readonly stateBefore: string;
  readonly content: string;
  readonly novelty: string;
  readonly conditions: string;
  readonly confidentialParts: string;
  readonly benefitAuthor: string;
  readonly benefitAdopters: string;
  readonly authors: readonly SnapshotAuthor[];
  readonly firstAdopters: readonly SnapshotAdopter[];
  readonly applicationRecords: readonly SnapshotRecord[];
  readonly attachments: readonly SnapshotAttachment[];
}

/**
 * Fixes a dossier in the shape above.
 * @param dossier complete: `completeness` found nothing that blocks it.
 * @throws TypeError for a dossier that is not; a version with holes must never come to be.
 */
export function snapshotOf(dossier: Dossier): DossierSnapshot {
  return {
    format: SNAPSHOT_FORMAT,
    code: dossier.code,
    campaign: named(dossier.campaign),
    title: dossier.title,
    kind: present(dossier.kind),
    field: named(present(dossier.field)),
    submittingUnit: named(present(dossier.submittingUnit)),
    investorUnit: dossier.investorUnit && named(dossier.investorUnit),
    investorName: dossier.investorName,
    isStateFunded: dossier.isStateFunded,
    firstAppliedOn: present(dossier.firstAppliedOn),
    firstAppliedKind: present(dossier.firstAppliedKind),
    firstApplicationEndsOn: dossier.firstApplicationEndsOn,
    summary: dossier.summary,
    stateBefore: dossier.stateBefore,
    content: dossier.content,
    novelty: dossier.novelty,
    conditions: dossier.conditions,
    confidentialParts: dossier.confidentialParts,
    benefitAuthor: dossier.benefitAuthor,
    benefitAdopters: dossier.benefitAdopters,
    authors: dossier.authors.map(({ personId, role, fullName, birthDate, unitName, jobTitle, qualification, shareBp }) => ({
      personId, role, fullName, birthDate, unitName, jobTitle, qualification, shareBp,
    })),
    firstAdopters: dossier.firstAdopters.map(({ personId, fullName, birthDate, workplace, jobTitle, qualification, workDone }) => ({
      personId, fullName, birthDate, workplace, jobTitle, qualification, workDone,
    })),
    applicationRecords: dossier.applicationRecords.map((record) => ({
      id: record.id, unitId: record.unitId, place: record.place, appliedFrom: record.appliedFrom, appliedTo: record.appliedTo,
      status: record.status, isFirst: record.isFirst, benefitKind: record.benefitKind, benefitAmount: record.benefitAmount,
      measures: record.measures.map(({ name, unit, before, after, period, source }) => ({ name, unit, before, after, period, source })),
    })),
    attachments: dossier.attachments.map(attachmentOf),
  };
}

function attachmentOf(attachment: DossierAttachment): SnapshotAttachment {
  const { id, fileId, fileName, kind, caption, supports, confidentiality } = attachment;
  return {
    id, fileId, fileName, kind, caption, supports, confidentiality,
    type: present(attachment.type), size: present(attachment.size), sha256: present(attachment.sha256),
  };
}

function named({ id, code, name }: NamedThing): NamedThing {
  return { id, code, name };
}

function present<T>(value: T | null): T {
  if (value === null) throw new TypeError('an incomplete dossier cannot be fixed as a version');
  return value;
}
