import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/PageTitle.js';
import { TextLink } from '../../ui/links.js';
import styles from './help.module.css';

/** The reading pages of the footer; each is a list of sections in the `help` namespace. */
export type Article = 'guide' | 'accessibility' | 'privacy';

interface Section {
  title: string;
  text: string[];
  /** Steps in order, or points without one. */
  steps?: string[];
  points?: string[];
}

/** A page to read: sections with their own contents at the top when there are many. */
export function ArticlePage({ article }: { article: Article }) {
  const { t } = useTranslation('help');
  const sections = t(`${article}.sections`, { returnObjects: true }) as Section[];
  return (
    <article className={styles.article}>
      <PageTitle title={t(`${article}.title`)} lead={t(`${article}.lead`)} />
      {sections.length > 5 && (
        <nav aria-label={t('contents')} className={styles.contents}>
          <ol>{sections.map((section, index) => <li key={section.title}><a href={`#muc-${index + 1}`}>{section.title}</a></li>)}</ol>
        </nav>
      )}
      {sections.map((section, index) => (
        <section key={section.title} id={`muc-${index + 1}`}>
          <Title order={2}>{section.title}</Title>
          {section.text.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
          {section.steps && <ol>{section.steps.map((step) => <li key={step}>{step}</li>)}</ol>}
          {section.points && <ul>{section.points.map((point) => <li key={point}>{point}</li>)}</ul>}
        </section>
      ))}
      <p className={styles.end}><TextLink to="/">{t('home')}</TextLink></p>
    </article>
  );
}
