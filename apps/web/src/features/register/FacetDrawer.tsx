import { Button, Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Facets, type FacetsProps } from './Facets.js';
import styles from './register.module.css';

/** The facets on a phone; the button under them says how many entries they leave. */
export default function FacetDrawer({ total, onClose, ...facets }: FacetsProps & { total: number; onClose: () => void }) {
  const { t } = useTranslation(['register', 'common']);
  return (
    <Drawer
      opened onClose={onClose} position="bottom" size="85%" title={t('filter.title')} closeButtonProps={{ 'aria-label': t('common:action.close') }}
      classNames={{ content: styles.drawer, body: styles.drawerBody }}
    >
      <div className={styles.drawerFacets}><Facets {...facets} /></div>
      <Button fullWidth onClick={onClose}>{t('filter.show', { count: total })}</Button>
    </Drawer>
  );
}
