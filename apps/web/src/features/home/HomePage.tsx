import { Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PublicFrame } from '../../layout/Frame.js';
import { useOptionalViewer, useSite } from '../../session/context.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PathLink } from '../../ui/PathLink.js';
import { OpenCampaigns } from './OpenCampaigns.js';
import { RegisterGlance } from './RegisterGlance.js';
import { RegisterSearch } from './RegisterSearch.js';
import { Spring } from './Spring.js';
import styles from './home.module.css';

const STEPS = [1, 2, 3, 4] as const;

/** The front door: what this is, the search, what was recognised so far, and the two things a visitor most likely wants. */
export function HomePage() {
  const { t } = useTranslation();
  const site = useSite();
  const viewer = useOptionalViewer();
  return (
    <PublicFrame full>
      <div className={styles.hero}>
        <Spring />
        <div className={styles.inner}>
          <div className={styles.heroText}>
            <PageTitle above={site?.tenant?.name} title={t('home.title')} lead={t('home.lead')} />
            <RegisterSearch />
          </div>
        </div>
      </div>
      <div className={styles.inner}>
        {viewer && <Suspense fallback={null}><OpenCampaigns /></Suspense>}
        <Suspense fallback={<div className={styles.glanceSpace} />}><RegisterGlance /></Suspense>
        <ul className={styles.doors}>
          <li>
            <Title order={2}>{t('home.startTitle')}</Title>
            <p>{t('home.startText')}</p>
            <PathLink to={viewer ? '/ho-so/moi' : '/dang-nhap?tiep-tuc=%2Fho-so%2Fmoi'} className={styles.go}>{t('home.startAction')} <IconArrowRight size={20} aria-hidden /></PathLink>
          </li>
          <li>
            <Title order={2}>{t('home.browseTitle')}</Title>
            <p>{t('home.browseText')}</p>
            <PathLink to="/sang-kien" className={styles.go}>{t('home.browseAction')} <IconArrowRight size={20} aria-hidden /></PathLink>
          </li>
        </ul>
        <section className={styles.how}>
          <Title order={2}>{t('home.howTitle')}</Title>
          <ol className={styles.steps}>
            {STEPS.map((step) => (
              <li key={step}>
                <Title order={3}>{t(`home.how${step}Title`)}</Title>
                <p>{t(`home.how${step}Text`)}</p>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </PublicFrame>
  );
}
