import { Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../lib/graphql.js';
import { DueDate } from '../../ui/DueDate.js';
import { PathLink } from '../../ui/PathLink.js';
import styles from './home.module.css';

const OPEN = graphql(`query OpenCampaigns { campaigns(states: [OPEN]) { id name submissionClosesAt lastSubmissionDay acceptsSubmissions } }`);

/** What can be written for right now, for people of the ward. */
export function OpenCampaigns() {
  const { t } = useTranslation('register');
  const [{ data }] = useQuery({ query: OPEN });
  const open = data?.campaigns.filter((campaign) => campaign.acceptsSubmissions) ?? [];
  if (open.length === 0) return null;
  return (
    <ul className={styles.campaigns}>
      {open.map(({ id, name, lastSubmissionDay }) => (
        <li key={id}>
          <div>
            <p className={styles.campaignState}>{t('home.campaignOpen')}</p>
            <Title order={2} size="h3">{name}</Title>
            <p>{t('home.campaignDue')} <DueDate value={lastSubmissionDay} /></p>
          </div>
          <PathLink to="/ho-so/moi" className={styles.go}>{t('home.campaignAction')} <IconArrowRight size={20} aria-hidden /></PathLink>
        </li>
      ))}
    </ul>
  );
}
