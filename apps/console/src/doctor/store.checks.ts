import { randomBytes, createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Config } from '@kit/config';
import { S3Bucket } from '@kit/files';
import { newId } from '@kit/ids';
import { productStore } from '../backup/places.js';
import { type Check, error, type Finding, ok, reasonOf, warning } from './finding.js';

const PROBE_BYTES = 4_096;

/** The files: a probe is written, read and removed, as the application would. */
export function storeChecks(config: Config): readonly Check[] {
  return [{ part: 'store', run: () => probe(config) }, { part: 'bucket', run: () => bucket(config) }];
}

async function probe(config: Config): Promise<readonly Finding[]> {
  const { s3, filesDir } = config;
  const store = productStore(config);
  const place = s3 === null ? filesDir : `${s3.endpoint.origin}/${s3.bucket}`;
  const key = `quarantine/${newId()}`;
  const bytes = randomBytes(PROBE_BYTES);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    const written = await store.write(key, Readable.from([bytes]), { maxBytes: PROBE_BYTES });
    const read = await buffer(await store.read(key));
    if (written.sha256 !== sha256 || !read.equals(bytes)) {
      return [error('store', [`Kho tệp ${place} trả về nội dung khác nội dung đã ghi.`, `The store ${place} gives back other bytes than were written.`], [
        'Vui lòng dừng nhận tệp và kiểm tra đĩa hoặc kho tệp.', 'Take no files until the disk or the store has been checked.',
      ])];
    }
    return [ok('store', `Ghi, đọc và xóa được trong ${place}.`, `Writing, reading and removing work in ${place}.`)];
  } catch (fault) {
    return [error('store', [`Không ghi hoặc đọc được tệp trong ${place}: ${reasonOf(fault)}.`, `Files cannot be written or read in ${place}: ${reasonOf(fault)}.`], s3 === null ? [
      'Vui lòng kiểm tra thư mục FILES_DIR: có tồn tại, thuộc về người dùng chạy Khơi, và còn chỗ trống.', 'Check FILES_DIR: that it exists, belongs to the user that runs Khơi, and has room.',
    ] : [
      'Vui lòng kiểm tra S3_ENDPOINT, khóa và tên bucket; bucket mới được tạo bằng “console store prepare”.', 'Check S3_ENDPOINT, the keys and the bucket; a new bucket is made with "console store prepare".',
    ])];
  } finally {
    await store.remove(key).catch(() => undefined);
  }
}

const LACKS = {
  versioning: ['Bucket không giữ phiên bản cũ của tệp.', 'The bucket keeps no older states of files.'],
  objectLock: ['Bucket không khóa được văn bản đã ban hành.', 'The bucket cannot lock issued documents.'],
  lifecycle: ['Bucket không tự dọn tệp dở dang.', 'The bucket does not tidy up leftovers by itself.'],
} as const;

async function bucket({ s3, publicUrl }: Config): Promise<readonly Finding[]> {
  if (s3 === null) return [];
  const traits = await new S3Bucket(s3, new URL(publicUrl).origin).inspect();
  const lacking = traits.flatMap(({ name, state }) => (state === 'lacking' && name in LACKS ? [name as keyof typeof LACKS] : []));
  if (lacking.length === 0) return [ok('bucket', 'Bucket giữ phiên bản, có khóa và tự dọn.', 'The bucket keeps versions, can lock, and tidies up.')];
  return lacking.map((name) => warning('bucket', LACKS[name], name === 'objectLock' ? [
    'Khóa chỉ đặt được lúc tạo bucket; nếu kho tệp hỗ trợ, vui lòng tạo bucket mới rồi chuyển tệp sang.', 'A bucket gets the lock when it is made: if the store has it, make a new bucket and move the files.',
  ] : ['Vui lòng chạy “console store prepare”, nếu kho tệp hỗ trợ.', 'Run "console store prepare", if the store supports it.']));
}
