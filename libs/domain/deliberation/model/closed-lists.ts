import { registerEnumType } from '@nestjs/graphql';

export const THREAD_KINDS = ['QUESTION', 'REMARK'] as const;
export type DiscussionThreadKind = (typeof THREAD_KINDS)[number];
export const DiscussionThreadKind = { QUESTION: 'QUESTION', REMARK: 'REMARK' } as const;
registerEnumType(DiscussionThreadKind, {
  name: 'DiscussionThreadKind',
  description: 'What a thread opens with.',
  valuesMap: { QUESTION: { description: 'Câu hỏi: waits for an answer.' }, REMARK: { description: 'Ý kiến.' } },
});
