import { useEffect, useState } from 'react';

/**
 * Gives the focus back, with the same caret, to what had it before a dialog that is drawn only while it is open. Mantine
 * does so only for dialogs that are opened after they were drawn.
 */
export function useFocusBack(isOpen = true): void {
  const [before] = useState(() => (isOpen ? document.activeElement : null));
  useEffect(() => () => {
    window.setTimeout(() => {
      // Whoever has taken the focus meanwhile, such as the title of the next page, keeps it.
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (isFree && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    }, 20);
  }, [before]);
}
