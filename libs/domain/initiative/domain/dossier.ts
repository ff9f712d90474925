import type { NamedThing, SnapshotAdopter, SnapshotAttachment, SnapshotAuthor, SnapshotRecord } from './snapshot.js';
import type { FirstAppliedKind, InitiativeKind, InitiativeState } from './terms.js';

export interface DossierAuthor extends SnapshotAuthor {
  readonly confirmedAt: string | null;
  readonly declinedAt: string | null;
}

/** `size`, `type` and `sha256` are those found in the bytes, and null until the file was checked. */
export interface DossierAttachment extends Omit<SnapshotAttachment, 'type' | 'size' | 'sha256'> {
  readonly fileState: 'AWAITING_BYTES' | 'RECEIVED' | 'READY' | 'REJECTED' | 'EXPIRED';
  readonly type: string | null;
  readonly size: number | null;
  readonly sha256: string | null;
}

/** The live dossier with everything the rules look at, complete or not. */
export interface Dossier {
  readonly id: string;
  readonly code: string;
  readonly state: InitiativeState;
  readonly campaign: NamedThing;
  readonly title: string;
  readonly kind: InitiativeKind | null;
  readonly field: NamedThing | null;
  readonly submittingUnit: NamedThing | null;
  readonly investorUnit: NamedThing | null;
  readonly investorName: string | null;
  readonly isStateFunded: boolean | null;
  readonly firstAppliedOn: string | null;
  readonly firstAppliedKind: FirstAppliedKind | null;
  readonly firstApplicationEndsOn: string | null;
  readonly summary: string;
  readonly stateBefore: string;
  readonly content: string;
  readonly novelty: string;
  readonly conditions: string;
  readonly confidentialParts: string;
  readonly benefitAuthor: string;
  readonly benefitAdopters: string;
  readonly authors: readonly DossierAuthor[];
  readonly firstAdopters: readonly SnapshotAdopter[];
  readonly applicationRecords: readonly SnapshotRecord[];
  readonly attachments: readonly DossierAttachment[];
}
