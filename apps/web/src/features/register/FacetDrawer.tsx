import { Button, Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Facets, type FacetsProps } from './Facets.js';

/** The facets on a phone; the button at the end says how many entries they leave. */
export default function FacetDrawer({ total, onClose, ...facets }: FacetsProps & { total: number; onClose: () => void }) {
  const { t } = useTranslation(['register', 'common']);
  return (
    <Drawer opened onClose={onClose} position="bottom" size="85%" title={t('filter.title')} closeButtonProps={{ 'aria-label': t('common:action.close') }}>
      <Facets {...facets} />
      <Button fullWidth mt="lg" onClick={onClose} style={{ position: 'sticky', bottom: 16 }}>{t('filter.show', { count: total })}</Button>
    </Drawer>
  );
}
