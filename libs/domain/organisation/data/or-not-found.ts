import { notFound } from '@kit/errors';

/** @throws NOT_FOUND instead of answering `null` */
export function orNotFound<T>(row: T | null): T {
  if (row === null) throw notFound();
  return row;
}
