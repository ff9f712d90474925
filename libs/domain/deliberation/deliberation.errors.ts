import { defineError } from '@kit/errors';

/** Before the invitation, after the count, or in a cancelled session. */
export const discussionClosed = defineError<{ state: string }>({
  code: 'DISCUSSION_CLOSED',
  kind: 'CONFLICT',
  message: 'The discussion is open from the invitation until the council counts.',
  vi: 'Phần thảo luận của hồ sơ này đã đóng.',
  fix: 'Vui lòng phát biểu tại phiên họp hoặc liên hệ Thư ký Hội đồng.',
  fixEn: 'Speak in the meeting, or ask the secretary of the council.',
});

/** INV-18: members judge before they read what others say. */
export const discussionHidden = defineError({
  code: 'DISCUSSION_HIDDEN',
  kind: 'CONFLICT',
  message: 'Members hand in their own sheet before they take part in the discussion (INV-18).',
  vi: 'Thành viên tham gia thảo luận sau khi đã nộp phiếu chấm của mình.',
  fix: 'Vui lòng chấm và nộp phiếu của hồ sơ này trước.',
  fixEn: 'Score the item and hand in your sheet first.',
});

/** The last guard of INV-11, asked by the database. */
export const discussionBarred = defineError({
  code: 'DISCUSSION_BARRED',
  kind: 'CONFLICT',
  message: 'Only members of the session who are not recused take part in the discussion (INV-11).',
  vi: 'Chỉ thành viên của phiên họp không có xung đột lợi ích mới tham gia thảo luận.',
  fix: 'Vui lòng tải lại trang.',
  fixEn: 'Reload the page.',
});

export const threadResolved = defineError({
  code: 'THREAD_RESOLVED',
  kind: 'CONFLICT',
  message: 'The thread is settled and takes no more posts.',
  vi: 'Nội dung này đã được kết luận.',
  fix: 'Vui lòng mở một nội dung thảo luận mới, hoặc đề nghị Thư ký mở lại.',
  fixEn: 'Start another thread, or ask the secretary to open it again.',
});

export const threadFull = defineError<{ most: number }>({
  code: 'THREAD_FULL',
  kind: 'LIMIT',
  message: 'The thread has as many posts as one can have.',
  vi: 'Nội dung thảo luận này đã có quá nhiều ý kiến.',
  fix: 'Vui lòng mở một nội dung thảo luận mới.',
  fixEn: 'Start another thread.',
});

export const postEditOver = defineError({
  code: 'POST_EDIT_OVER',
  kind: 'CONFLICT',
  message: 'A post can be edited for fifteen minutes.',
  vi: 'Đã quá 15 phút kể từ khi gửi nên ý kiến không sửa được nữa.',
  fix: 'Vui lòng gửi ý kiến bổ sung, hoặc rút lại ý kiến này.',
  fixEn: 'Add another post, or withdraw this one.',
});

export const postWithdrawn = defineError({
  code: 'POST_WITHDRAWN',
  kind: 'CONFLICT',
  message: 'The post is withdrawn.',
  vi: 'Ý kiến này đã được rút lại.',
  fix: 'Vui lòng gửi ý kiến mới.',
  fixEn: 'Write another post.',
});

/** At `input.mentionIds.N`. */
export const mentionNotAMember = defineError({
  code: 'MENTION_NOT_A_MEMBER',
  kind: 'VALIDATION',
  message: 'Only members of the session can be mentioned.',
  vi: 'Chỉ nhắc được đến thành viên của phiên họp.',
  fix: 'Vui lòng chọn người trong danh sách.',
  fixEn: 'Choose somebody of the list.',
});
