import { lazy, Suspense } from 'react';
import { useHotkey } from '../lib/keyboard.js';
import { useSessionState } from '../session/context.js';
import { openPalette, openShortcuts, useOverlay } from './overlays.js';

const Palette = lazy(() => import('./Palette.js'));
const ShortcutHelp = lazy(() => import('./ShortcutHelp.js'));
const RenewDialog = lazy(() => import('../session/RenewDialog.js'));

/** The palette, the list of shortcuts and the sign-in dialog: fetched when first needed. */
export function Overlays() {
  const overlay = useOverlay();
  const { expired } = useSessionState();
  useHotkey('k', (event) => {
    event.preventDefault();
    openPalette();
  }, { mod: true });
  useHotkey('?', openShortcuts);
  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && <Palette />}
      {overlay === 'shortcuts' && <ShortcutHelp />}
      {expired && <RenewDialog />}
    </Suspense>
  );
}
