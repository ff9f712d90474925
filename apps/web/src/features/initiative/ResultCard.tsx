import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormat } from '../../lib/useFormat.js';
import { KeyValue } from '../../ui/KeyValue.js';
import { PathLink } from '../../ui/PathLink.js';
import styles from './dossier.module.css';
import { REFUSAL_REASONS, type Dossier } from './queries.js';

/** What was decided, and why; only what has been issued is ever known here. */
export function ResultCard({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('initiative');
  const { formatDate, formatPoints } = useFormat();
  const { recognition } = dossier;
  const [{ data }] = useQuery({ query: REFUSAL_REASONS, requestPolicy: 'cache-first', pause: !recognition || recognition.refusalReasons.length === 0 });
  if (!recognition?.outcome || !recognition.decisionNumber) return null;
  const isRecognised = recognition.outcome === 'RECOGNISED';
  const grounds = recognition.refusalReasons.map((code) => data?.reasonTemplates.find((reason) => reason.code === code)?.text ?? code);
  return (
    <section className={isRecognised ? styles.card : styles.refused} aria-labelledby="result-title">
      <h2 id="result-title">{t(`result.outcome.${recognition.outcome}`)}</h2>
      <KeyValue items={[
        { label: t('result.decision'), value: t('result.numberAndDate', { number: recognition.decisionNumber, date: recognition.decisionDate ? formatDate(recognition.decisionDate) : '' }) },
        ...(recognition.effectiveness ? [{ label: t('result.effectivenessLabel'), value: t(`result.effectiveness.${recognition.effectiveness}`) }] : []),
        ...(recognition.councilAverage == null ? [] : [{ label: t('result.average'), value: formatPoints(recognition.councilAverage, true) }]),
        ...(recognition.councilReasons?.length ? [{ label: t('result.council'), value: recognition.councilReasons.map(({ text }) => text).join('\n') }] : []),
        ...(grounds.length > 0 ? [{ label: t('result.grounds'), value: grounds.join('\n') }] : []),
        ...(recognition.reason ? [{ label: t('result.reason'), value: recognition.reason }] : []),
      ]} />
      {dossier.state === 'RECOGNISED' && <p className={styles.after}><PathLink to={`/sang-kien?tu-khoa=${encodeURIComponent(dossier.title)}`}>{t('result.register')}</PathLink></p>}
    </section>
  );
}
