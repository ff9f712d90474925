import { useTranslation } from 'react-i18next';
import { KINDS } from './useNoticeText.js';

const CODES = ['TIMEOUT', 'CONNECTION', 'TLS', 'AUTHENTICATION', 'ADDRESS', 'NOT_ENTITLED', 'NOT_REACHABLE', 'CHANNEL_CLOSED', 'INTERNAL'] as const;

/** Names kinds of mail, and says what a code means and what to do about it. */
export function useMailWords() {
  const { t } = useTranslation('notification');
  const kindName = (kind: string | null | undefined): string => {
    if (kind == null) return t('outbox.kind.WITHHELD');
    return t(`outbox.kind.${KINDS.find((one) => one === kind) ?? 'OTHER'}`);
  };
  const reason = (code: string | null | undefined): string | null => {
    if (!code) return null;
    const known = CODES.find((one) => one === code);
    if (known) return t(`outbox.reason.${known}`);
    if (code.startsWith('5')) return t('outbox.reason.refused', { code });
    return code.startsWith('4') ? t('outbox.reason.busy', { code }) : null;
  };
  return { kindName, reason };
}
