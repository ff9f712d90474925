import { defineError } from '@kit/errors';

/*
 * What a meeting refuses, each with the rule behind it. Most of them are asked twice: by the act, and by the database.
 */

/** INV-16. */
export const quorumNotMet = defineError<{ present: number; required: number; missing: readonly string[] }>({
  code: 'QUORUM_NOT_MET',
  kind: 'CONFLICT',
  message: 'The meeting has no quorum (INV-16).',
  vi: 'Cuộc họp chưa đủ thành phần theo quy chế.',
  fix: 'Vui lòng điểm danh đủ số thành viên, người chủ trì và thư ký, hoặc hoãn cuộc họp.',
  fixEn: 'Call the roll until members, presiding person and secretary are there, or adjourn.',
});

export const sittingNotOpen = defineError({
  code: 'SITTING_NOT_OPEN',
  kind: 'CONFLICT',
  message: 'The council is not sitting.',
  vi: 'Hội đồng chưa khai mạc cuộc họp.',
  fix: 'Vui lòng điểm danh và khai mạc cuộc họp trước.',
  fixEn: 'Call the roll and open the sitting first.',
});

export const sittingOpen = defineError({
  code: 'SITTING_OPEN',
  kind: 'CONFLICT',
  message: 'The council is still sitting.',
  vi: 'Cuộc họp đang diễn ra.',
  fix: 'Vui lòng kết thúc cuộc họp trước.',
  fixEn: 'End the sitting first.',
});

/** A deputy presides by the written authorisation of the chair, nobody else does. */
export const presidingNotAuthorised = defineError({
  code: 'PRESIDING_NOT_AUTHORISED',
  kind: 'CONFLICT',
  message: 'Only the chair presides, or a deputy chair with a written authorisation.',
  vi: 'Chỉ Chủ tịch Hội đồng, hoặc Phó Chủ tịch có ủy quyền bằng văn bản, được chủ trì cuộc họp.',
  fix: 'Vui lòng chọn Chủ tịch, hoặc chọn Phó Chủ tịch và ghi số, ngày văn bản ủy quyền.',
  fixEn: 'Choose the chair, or a deputy with number and day of the authorisation.',
});

/** INV-16, INV-19: of a member who is not in the room. */
export const notInMeeting = defineError({
  code: 'NOT_IN_MEETING',
  kind: 'CONFLICT',
  message: 'Only members who are in the meeting take part in the vote (INV-21).',
  vi: 'Chỉ thành viên đang có mặt trong cuộc họp mới được biểu quyết.',
  fix: 'Vui lòng báo Thư ký điểm danh.',
  fixEn: 'Ask the secretary to note you as present.',
});

export const alreadyInMeeting = defineError({
  code: 'ALREADY_IN_MEETING',
  kind: 'CONFLICT',
  message: 'The member is already noted as present.',
  vi: 'Thành viên này đã được điểm danh có mặt.',
  fix: 'Không cần làm gì thêm.',
  fixEn: 'Nothing needs to be done.',
});

/** INV-20. */
export const ballotTooFewVoters = defineError<{ eligible: number; least: number }>({
  code: 'BALLOT_TOO_FEW_VOTERS',
  kind: 'CONFLICT',
  message: 'So few may vote on the item that a secret ballot would not be secret (INV-20).',
  vi: 'Số người được bỏ phiếu cho hồ sơ này quá ít nên không giữ được bí mật phiếu.',
  fix: 'Vui lòng hoãn hồ sơ này sang phiên họp có đủ thành viên.',
  fixEn: 'Put the item off to a session with more members.',
});

export const ballotNotInRules = defineError({
  code: 'BALLOT_NOT_IN_RULES',
  kind: 'CONFLICT',
  message: 'The regulation of the session has no ballot.',
  vi: 'Quy chế của phiên họp không quy định bỏ phiếu.',
  fix: 'Vui lòng chuyển sang bước tổng hợp kết quả.',
  fixEn: 'Go on with counting.',
});

export const ballotExists = defineError({
  code: 'BALLOT_EXISTS',
  kind: 'CONFLICT',
  message: 'The item has been voted on, or is being voted on.',
  vi: 'Hồ sơ này đã hoặc đang được bỏ phiếu.',
  fix: 'Vui lòng tải lại trang.',
  fixEn: 'Reload the page.',
});

export const ballotOpen = defineError({
  code: 'BALLOT_OPEN',
  kind: 'CONFLICT',
  message: 'A ballot is still open.',
  vi: 'Còn hồ sơ đang bỏ phiếu.',
  fix: 'Vui lòng kết thúc bỏ phiếu trước.',
  fixEn: 'Close the ballot first.',
});

export const ballotClosed = defineError({
  code: 'BALLOT_CLOSED',
  kind: 'CONFLICT',
  message: 'The ballot is not open.',
  vi: 'Việc bỏ phiếu cho hồ sơ này chưa mở hoặc đã kết thúc.',
  fix: 'Vui lòng chờ người chủ trì mở bỏ phiếu.',
  fixEn: 'Wait until a ballot is opened.',
});

/** INV-19: not present when it opened, recused, removed, or without a vote. */
export const ballotNotIssued = defineError({
  code: 'BALLOT_NOT_ISSUED',
  kind: 'CONFLICT',
  message: 'The member received no ballot for the item (INV-19).',
  vi: 'Đồng chí không được phát phiếu cho hồ sơ này.',
  fix: 'Vui lòng liên hệ Thư ký Hội đồng.',
  fixEn: 'Ask the secretary of the council.',
});

export const ballotAlreadyCast = defineError({
  code: 'BALLOT_ALREADY_CAST',
  kind: 'CONFLICT',
  message: 'The member has voted; a ballot in the box does not change (INV-19).',
  vi: 'Đồng chí đã bỏ phiếu; phiếu đã bỏ không thay đổi được.',
  fix: 'Không cần làm gì thêm.',
  fixEn: 'Nothing needs to be done.',
});

/** INV-22, the last guard of the database. */
export const ballotCountsUnequal = defineError({
  code: 'BALLOT_COUNTS_UNEQUAL',
  kind: 'CONFLICT',
  message: 'The numbers of a ballot do not agree with what was in the box (INV-22).',
  vi: 'Số liệu kiểm phiếu không khớp với phiếu trong hòm.',
  fix: 'Vui lòng báo người vận hành hệ thống.',
  fixEn: 'Tell whoever operates the platform.',
});

export const countingBoardSize = defineError<{ least: number; most: number }>({
  code: 'COUNTING_BOARD_SIZE',
  kind: 'VALIDATION',
  message: 'A counting board has two or three different members of the session.',
  vi: 'Ban kiểm phiếu gồm 2 hoặc 3 thành viên khác nhau của phiên họp.',
  fix: 'Vui lòng chọn lại Ban kiểm phiếu.',
  fixEn: 'Choose two or three members.',
});

export const countingBoardMissing = defineError({
  code: 'COUNTING_BOARD_MISSING',
  kind: 'CONFLICT',
  message: 'Secret ballots are counted by a counting board.',
  vi: 'Chưa bầu Ban kiểm phiếu.',
  fix: 'Vui lòng ghi nhận Ban kiểm phiếu gồm 2 hoặc 3 người.',
  fixEn: 'Name a counting board of two or three.',
});

export const countingNotSigned = defineError<{ missing: number }>({
  code: 'COUNTING_NOT_SIGNED',
  kind: 'CONFLICT',
  message: 'The counting board has not signed the counts.',
  vi: 'Ban kiểm phiếu chưa ký biên bản kiểm phiếu.',
  fix: 'Vui lòng chờ các thành viên Ban kiểm phiếu ký.',
  fixEn: 'Wait until every member of the board has signed.',
});

export const minutesNotSigned = defineError<{ missing: readonly string[] }>({
  code: 'MINUTES_NOT_SIGNED',
  kind: 'CONFLICT',
  message: 'Presiding person and secretary sign the minutes before the lock.',
  vi: 'Biên bản họp chưa có đủ chữ ký của người chủ trì và thư ký.',
  fix: 'Vui lòng ký biên bản trước khi chốt phiên họp.',
  fixEn: 'Have the minutes signed first.',
});

/** Somebody drafted them anew, or they were read before the last change. */
export const minutesChanged = defineError({
  code: 'MINUTES_CHANGED',
  kind: 'CONFLICT',
  message: 'The minutes are no longer the ones that were read.',
  vi: 'Biên bản đã được soạn lại sau khi đồng chí đọc.',
  fix: 'Vui lòng đọc lại biên bản rồi ký.',
  fixEn: 'Read the minutes again, then sign.',
});

export const notASigner = defineError({
  code: 'NOT_A_SIGNER',
  kind: 'CONFLICT',
  message: 'The minutes do not wait for a signature of this person.',
  vi: 'Biên bản này không chờ chữ ký của đồng chí.',
  fix: 'Vui lòng tải lại trang.',
  fixEn: 'Reload the page.',
});

/** The last guard of INV-24, asked by the database. */
export const sessionNotSealed = defineError({
  code: 'SESSION_NOT_SEALED',
  kind: 'CONFLICT',
  message: 'A session is sealed in the step that locks it (INV-24).',
  vi: 'Phiên họp chưa được niêm phong.',
  fix: 'Vui lòng báo người vận hành hệ thống.',
  fixEn: 'Tell whoever operates the platform.',
});

export const sessionNotLocked = defineError({
  code: 'SESSION_NOT_LOCKED',
  kind: 'CONFLICT',
  message: 'Only a locked session of the same campaign is supplemented.',
  vi: 'Chỉ lập phiên họp bổ sung cho phiên họp đã chốt của cùng đợt xét.',
  fix: 'Vui lòng chọn phiên họp đã chốt.',
  fixEn: 'Choose a locked session.',
});
