import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/context.js';
import { Timeline, type TimelineStep } from '../../ui/Timeline.js';
import styles from './dossier.module.css';
import type { Dossier } from './queries.js';
import { isTold, stagesAhead } from './timeline.js';

/** What has happened, who is waited for now, and what comes next. */
export function DossierTimeline({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('initiative');
  const { t: common } = useTranslation();
  const { person } = useViewer();
  const begun: TimelineStep = { id: 'begun', title: t('timeline.begun'), phase: 'done', at: dossier.createdAt, actor: dossier.authors[0]?.person.fullName };
  const done = dossier.steps.map((step): TimelineStep => ({
    id: step.id,
    title: isTold(step.transition) ? t(`timeline.${step.transition}`) : common(`state.${step.toState}`),
    phase: 'done',
    at: step.at,
    actor: [step.actor?.fullName ?? t('timeline.system'), step.actor?.unit?.shortName].filter(Boolean).join(', '),
    children: step.note,
  }));
  const ahead = stagesAhead(dossier).map(({ stage, on }, index): TimelineStep => ({
    id: stage,
    title: t(`stage.${stage}.title`),
    phase: index === 0 ? 'current' : 'expected',
    at: index === 0 ? null : on,
    actor: index === 0 ? t('timeline.waiting', { who: stage === 'supplement' && dossier.authors[0]?.person.id === person.id ? t('timeline.you') : t(`stage.${stage}.who`) }) : null,
    children: index === 0 ? `${t(`stage.${stage}.text`)}${on ? ` ${t('timeline.by', { on })}` : ''}` : null,
  }));
  const title = t(ahead.length > 0 ? 'timeline.title' : 'timeline.titleDone');
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <Timeline steps={[begun, ...done, ...ahead]} label={title} />
    </section>
  );
}
