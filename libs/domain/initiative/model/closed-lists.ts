import { registerEnumType } from '@nestjs/graphql';
import {
  APPLICATION_STATUSES, ATTACHMENT_KINDS, AUTHOR_ROLES, BENEFIT_KINDS, CONFIDENTIALITIES, DOSSIER_SECTIONS,
  FIRST_APPLIED_KINDS, FORMAL_CHECK_OUTCOMES, INITIATIVE_ACTIONS, INITIATIVE_KINDS, INITIATIVE_STATES, REASON_KINDS, VERSION_REASONS,
} from '../domain/terms.js';

/** The closed list as an object, as GraphQL enums want it. */
function enumOf<T extends string>(values: readonly T[]): { readonly [K in T]: K } {
  return Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };
}

/** A closed list under its GraphQL name, each value with its meaning. */
function publish<T extends string>(name: string, description: string, values: readonly T[], meanings: Readonly<Record<T, string>>) {
  const list = enumOf(values);
  registerEnumType(list, {
    name,
    description,
    valuesMap: Object.fromEntries(values.map((value) => [value, { description: meanings[value] }])) as Record<T, { description: string }>,
  });
  return list;
}

export const InitiativeState = publish('InitiativeState', 'Where an initiative stands in the procedure (Decree 13/2012, Art. 6–7).', INITIATIVE_STATES, {
  DRAFT: 'Nháp.',
  SUBMITTED: 'Đã nộp: waits for the formal check.',
  SUPPLEMENT_REQUIRED: 'Yêu cầu bổ sung: returned once with all its faults.',
  REJECTED_FORMALLY: 'Không chấp nhận đơn, on a ground of Decree 13/2012 Art. 6.',
  ACCEPTED: 'Chấp nhận đơn: waits for the council.',
  WAITING_APPLICATION: 'Accepted, but the first application is still running.',
  UNDER_EVALUATION: 'Đang đánh giá: on the agenda of a council, until the decision is issued.',
  COUNCIL_PASSED: 'Not in use: the council’s outcome is shown only after the decision.',
  COUNCIL_FAILED: 'Not in use: the council’s outcome is shown only after the decision.',
  DEFERRED: 'Not in use: the council’s outcome is shown only after the decision.',
  RECOGNISED: 'Đã công nhận.',
  REFUSED: 'Không công nhận.',
  CANCELLED: 'Đã hủy bỏ việc công nhận.',
  WITHDRAWN: 'Tác giả đã rút.',
  LAPSED: 'Quá hạn bổ sung.',
});

export const InitiativeKind = publish('InitiativeKind', 'Kinds of solution (Decree 13/2012, Art. 3).', INITIATIVE_KINDS, {
  TECHNICAL: 'Giải pháp kỹ thuật.',
  MANAGEMENT: 'Giải pháp quản lý.',
  OPERATIONAL: 'Giải pháp tác nghiệp.',
  TECH_APPLICATION: 'Giải pháp ứng dụng tiến bộ kỹ thuật.',
});

export const FirstAppliedKind = publish('FirstAppliedKind', 'What happened on the first day.', FIRST_APPLIED_KINDS, {
  APPLIED: 'Áp dụng lần đầu.',
  TRIED: 'Áp dụng thử.',
});

export const AuthorRole = publish('AuthorRole', 'An initiative has exactly one lead.', AUTHOR_ROLES, {
  LEAD: 'Tác giả chính: sets the shares, submits and withdraws.',
  CO_AUTHOR: 'Đồng tác giả: writes, and consents to the own share.',
});

export const ApplicationStatus = publish('ApplicationStatus', 'How far the application at a place has come.', APPLICATION_STATUSES, {
  PLANNED: 'Dự kiến áp dụng.',
  TRIAL: 'Áp dụng thử.',
  APPLIED: 'Đang áp dụng.',
  STOPPED: 'Đã dừng.',
});

export const BenefitKind = publish('BenefitKind', 'How sure the amount of the benefit is.', BENEFIT_KINDS, {
  COUNTED: 'Tính được thành tiền.',
  ESTIMATED: 'Ước tính.',
  NOT_COUNTABLE: 'Không tính được thành tiền.',
});

export const AttachmentKind = publish('AttachmentKind', 'What an attached file is.', ATTACHMENT_KINDS, {
  DESCRIPTION: 'Bản mô tả.',
  EVIDENCE: 'Minh chứng.',
  CONFIRMATION: 'Giấy xác nhận.',
  IMAGE: 'Hình ảnh.',
  OTHER: 'Khác.',
});

export const Confidentiality = publish('Confidentiality', 'Who may see an attached file.', CONFIDENTIALITIES, {
  PUBLIC: 'May be shown with the recognised initiative.',
  INTERNAL: 'Whoever may read the dossier.',
  AUTHOR_SECRET: 'Author-secret: whoever may read secrets of the dossier; never public (Circular 18/2013 Art. 6).',
});

export const DossierSection = publish('DossierSection', 'Parts of the legal form (Circular 18/2013, Annex I).', DOSSIER_SECTIONS, {
  GENERAL: 'Thông tin chung: title, kind, field, units.',
  AUTHORS: 'Tác giả và tỷ lệ đóng góp.',
  STATE_BEFORE: 'Thực trạng trước khi áp dụng.',
  CONTENT: 'Nội dung giải pháp.',
  NOVELTY: 'Tính mới.',
  APPLICATION: 'Áp dụng lần đầu, nơi áp dụng, người tham gia.',
  BENEFIT: 'Lợi ích.',
  CONFIDENTIAL: 'Thông tin cần bảo mật.',
  EVIDENCE: 'Minh chứng.',
  DECLARATION: 'Cam đoan.',
  REPLICABILITY: 'Điều kiện áp dụng và khả năng nhân rộng.',
});

export const FormalCheckOutcome = publish('FormalCheckOutcome', 'What a formal check ended in.', FORMAL_CHECK_OUTCOMES, {
  COMPLETE: 'Chấp nhận đơn.',
  NEEDS_SUPPLEMENT: 'Yêu cầu bổ sung, at most once.',
  REJECTED: 'Không chấp nhận đơn.',
});

export const VersionReason = publish('VersionReason', 'Why a version was fixed.', VERSION_REASONS, {
  SUBMISSION: 'Nộp lần đầu.',
  SUPPLEMENT: 'Nộp bổ sung.',
});

export const ReasonKind = publish('ReasonKind', 'For which answer a reason is meant.', REASON_KINDS, {
  FORMAL_FAULT: 'Something the authors can mend.',
  FORMAL_REFUSAL: 'Ground to refuse acceptance (Decree 13/2012 Art. 6).',
  RECOGNITION_REFUSAL: 'Ground to refuse recognition (Decree 13/2012 Art. 3–4).',
});

export const InitiativeAction = publish('InitiativeAction', 'What a viewer can do with an initiative now.', INITIATIVE_ACTIONS, {
  EDIT: 'Change texts, adopters, applications and attachments.',
  SUBMIT: 'Hand in the draft; only the lead, and refused while faults block it.',
  RESUBMIT: 'Hand in the supplement; only the lead.',
  WITHDRAW: 'Withdraw it before the decision; only the lead.',
  CONFIRM_AUTHORSHIP: 'Consent to the own share.',
  DECLINE_AUTHORSHIP: 'Refuse to be named as author.',
  CONFIRM_APPLICATION: 'Confirm as head of a unit that it applied the solution.',
  REQUEST_SUPPLEMENT: 'Return it with all its faults; at most once.',
  ACCEPT: 'Accept the request.',
  REJECT: 'Refuse acceptance on a legal ground.',
});

export const INITIATIVE_LIST_FILTERS = ['ALL', 'DRAFTS', 'IN_PROGRESS', 'FINISHED'] as const;
export type InitiativeListFilter = (typeof INITIATIVE_LIST_FILTERS)[number];
export const InitiativeListFilter = publish('InitiativeListFilter', 'Which of the own initiatives.', INITIATIVE_LIST_FILTERS, {
  ALL: 'All of them.',
  DRAFTS: 'Not yet submitted.',
  IN_PROGRESS: 'Submitted and not yet answered for good.',
  FINISHED: 'Recognised, refused, rejected, withdrawn, lapsed or cancelled.',
});

export const DIFF_KINDS = ['SAME', 'ADDED', 'REMOVED'] as const;
export const DiffKind = publish('DiffKind', 'What became of a piece of text.', DIFF_KINDS, {
  SAME: 'In both versions.',
  ADDED: 'Only in the newer version.',
  REMOVED: 'Only in the older version.',
});

export type InitiativeState = keyof typeof InitiativeState;
export type InitiativeKind = keyof typeof InitiativeKind;
export type FirstAppliedKind = keyof typeof FirstAppliedKind;
export type AuthorRole = keyof typeof AuthorRole;
export type ApplicationStatus = keyof typeof ApplicationStatus;
export type BenefitKind = keyof typeof BenefitKind;
export type AttachmentKind = keyof typeof AttachmentKind;
export type Confidentiality = keyof typeof Confidentiality;
export type DossierSection = keyof typeof DossierSection;
export type FormalCheckOutcome = keyof typeof FormalCheckOutcome;
export type VersionReason = keyof typeof VersionReason;
export type ReasonKind = keyof typeof ReasonKind;
export type InitiativeAction = keyof typeof InitiativeAction;
export type DiffKind = keyof typeof DiffKind;
