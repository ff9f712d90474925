import type {
  ApplicationStatus, AttachmentKind, AuthorRole, BenefitKind, Confidentiality, FirstAppliedKind, InitiativeKind, SupportedSection,
} from '../domain/terms.js';
import type { DossierSnapshot, SnapshotMeasure } from '../domain/snapshot.js';

export interface JudgedAuthorFacts {
  readonly personId: string;
  readonly fullName: string;
  readonly unitName: string | null;
  readonly position: string | null;
  /** Hundredths of a percent. */
  readonly shareBp: number;
  readonly role: AuthorRole;
}

export interface JudgedApplicationFacts {
  readonly place: string;
  readonly appliedFrom: string;
  readonly appliedTo: string | null;
  readonly status: ApplicationStatus;
  readonly isFirst: boolean;
  readonly benefitKind: BenefitKind;
  readonly benefitAmount: number | null;
  readonly measures: readonly SnapshotMeasure[];
  /** Of the live record: units confirm after the submission. */
  readonly confirmedAt: string | null;
}

export interface JudgedAttachmentFacts {
  readonly id: string;
  readonly fileId: string;
  readonly kind: AttachmentKind;
  readonly caption: string;
  readonly supports: SupportedSection;
  readonly confidentiality: Confidentiality;
  /** From 1. */
  readonly position: number;
  /** As checked when the version was fixed. */
  readonly file: { readonly id: string; readonly name: string; readonly type: string; readonly size: number; readonly sha256: string };
}

/** The version a council judges, word for word, with everything secret in it: the caller asks who may see it. */
export interface JudgedDossierFacts {
  readonly initiativeId: string;
  readonly code: string;
  readonly versionNumber: number;
  readonly sha256: string;
  readonly title: string;
  readonly kind: InitiativeKind;
  readonly fieldName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly isStateFunded: boolean | null;
  readonly authors: readonly JudgedAuthorFacts[];
  readonly adopterIds: readonly string[];
  readonly firstAppliedOn: string;
  readonly firstAppliedKind: FirstAppliedKind;
  readonly summary: string;
  readonly stateBefore: string;
  readonly content: string;
  readonly novelty: string;
  readonly conditions: string;
  readonly benefitAuthor: string;
  readonly benefitAdopters: string;
  readonly confidentialParts: string;
  readonly applicationRecords: readonly JudgedApplicationFacts[];
  readonly attachments: readonly JudgedAttachmentFacts[];
}

export interface JudgedRow {
  readonly initiativeId: string;
  readonly versionNumber: number;
  readonly sha256: string;
  readonly snapshot: DossierSnapshot;
  /** Record id to the instant of the unit's confirmation. */
  readonly confirmations: Readonly<Record<string, string>>;
}

export function judgedDossier({ initiativeId, versionNumber, sha256, snapshot, confirmations }: JudgedRow): JudgedDossierFacts {
  return {
    initiativeId, versionNumber, sha256,
    code: snapshot.code,
    title: snapshot.title,
    kind: snapshot.kind,
    fieldName: snapshot.field.name,
    unitId: snapshot.submittingUnit.id,
    unitName: snapshot.submittingUnit.name,
    isStateFunded: snapshot.isStateFunded,
    authors: snapshot.authors.map(({ personId, fullName, unitName, jobTitle, shareBp, role }) => ({
      personId, fullName, unitName, position: jobTitle, shareBp, role,
    })),
    adopterIds: snapshot.firstAdopters.flatMap(({ personId }) => personId ?? []),
    firstAppliedOn: snapshot.firstAppliedOn,
    firstAppliedKind: snapshot.firstAppliedKind,
    summary: snapshot.summary,
    stateBefore: snapshot.stateBefore,
    content: snapshot.content,
    novelty: snapshot.novelty,
    conditions: snapshot.conditions,
    benefitAuthor: snapshot.benefitAuthor,
    benefitAdopters: snapshot.benefitAdopters,
    confidentialParts: snapshot.confidentialParts,
    applicationRecords: snapshot.applicationRecords.map(({ id, unitId: _unitId, ...record }) => ({ ...record, confirmedAt: confirmations[id] ?? null })),
    attachments: snapshot.attachments.map(({ id, fileId, fileName, type, size, sha256: fileSha256, ...attachment }, index) => ({
      ...attachment, id, fileId, position: index + 1, file: { id: fileId, name: fileName, type, size, sha256: fileSha256 },
    })),
  };
}
