import { Checkbox, Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSingleKeys } from '../lib/keyboard.js';
import { closeOverlay } from './overlays.js';

const KEYS = [
  ['palette', 'Ctrl', 'K'], ['primary', 'Ctrl', 'Enter'], ['next', 'j'], ['previous', 'k'], ['open', 'Enter'], ['help', '?'],
] as const;

/** The list of keyboard shortcuts, and the switch that turns the single letters off. */
export default function ShortcutHelp() {
  const { t } = useTranslation();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  return (
    <Modal opened onClose={closeOverlay} title={t('shortcuts.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <dl style={{ margin: 0 }}>
        {KEYS.map(([name, ...keys]) => (
          <div key={name} style={{ display: 'flex', justifyContent: 'space-between', gap: 16, padding: '6px 0' }}>
            <dt>{t(`shortcuts.${name}`)}</dt>
            <dd style={{ margin: 0, whiteSpace: 'nowrap' }}>{keys.map((key, index) => <span key={key}>{index > 0 && ' + '}<Kbd size="md">{key}</Kbd></span>)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox mt="md" checked={singleKeys} onChange={(event) => setSingleKeys(event.currentTarget.checked)} label={t('shortcuts.singleKeys')} description={t('shortcuts.singleKeysHint')} />
    </Modal>
  );
}
