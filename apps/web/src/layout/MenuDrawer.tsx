import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NavList } from './NavList.js';

/** The whole navigation, over the page: what does not fit into the bottom bar. */
export default function MenuDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer opened onClose={onClose} title={t('nav.menu')} position="right" size={320} closeButtonProps={{ 'aria-label': t('nav.close') }}>
      <nav aria-label={t('nav.label')}><NavList onGo={onClose} /></nav>
    </Drawer>
  );
}
