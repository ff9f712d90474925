import { defineError } from '@kit/errors';

/** Limits of one GraphQL request. What is above any of them is refused before it is executed. */
export const LIMITS = {
  /** Bytes of a request body. */
  bodyBytes: 256 * 1024,
  /** Lexical tokens of the document. */
  tokens: 2_000,
  /** Levels of nested fields. */
  depth: 10,
  aliases: 15,
  rootFields: 15,
  /** Root fields of a mutation: one request, one act. */
  mutations: 1,
  /** Fields after all fragments are spread out. */
  fields: 2_000,
  /** Values the answer may have by estimate: fields times page sizes. */
  cost: 25_000,
} as const;

export type LimitName = keyof typeof LIMITS;

/** The document asks for more than one request may; `details` say which limit, its value and what was asked. */
export const queryTooComplex = defineError<{ limit: LimitName; most: number; asked?: number }>({
  code: 'QUERY_TOO_COMPLEX',
  kind: 'VALIDATION',
  message: 'The query asks for more than one request may.',
  vi: 'Truy vấn yêu cầu quá nhiều dữ liệu trong một lần.',
  fix: 'Vui lòng chia nhỏ truy vấn hoặc giảm số dòng mỗi trang.',
  fixEn: 'Split the query or ask for smaller pages.',
});

/** The body of the request is larger than the door accepts. */
export const payloadTooLarge = defineError<{ most: number }>({
  code: 'PAYLOAD_TOO_LARGE',
  kind: 'LIMIT',
  message: 'The request is too large.',
  vi: 'Nội dung gửi lên quá lớn.',
  fix: 'Vui lòng rút ngắn nội dung; tệp được gửi bằng chức năng tải tệp.',
  fixEn: 'Shorten the content; files are sent through the upload.',
});
