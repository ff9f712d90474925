import { lazy, Suspense } from 'react';
import type { ConfirmDialogProps } from '../../ui/ConfirmDialog.js';

const ConfirmDialog = lazy(() => import('../../ui/ConfirmDialog.js').then((module) => ({ default: module.ConfirmDialog })));

/** A question whose code is fetched when it is first asked: most visits to a form ask none. */
export function LazyConfirm(props: ConfirmDialogProps) {
  return props.opened ? <Suspense><ConfirmDialog {...props} /></Suspense> : null;
}
