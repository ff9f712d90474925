import { useTranslation } from 'react-i18next';
import { Progress } from '../../ui/Progress.js';
import { TaskList } from '../../ui/TaskList.js';
import styles from './dossier.module.css';
import { useFaultWords } from './faults.js';
import type { Dossier } from './queries.js';
import { OPTIONAL_SECTIONS } from './sections.js';
import { dossierTasks, returnedFaults } from './tasks.js';

/** What is left to write, in the order of the form; each part can be done at any time. */
export function DossierTasks({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('initiative');
  const wordsOf = useFaultWords();
  const returned = returnedFaults(dossier);
  const tasks = dossierTasks(dossier, wordsOf(dossier.faults ?? [], dossier), {
    title: (id) => t(`section.${id}`),
    optional: t('section.optional'),
    returned: (id) => {
      const count = returned.get(id)?.length ?? 0;
      return count > 0 ? t('returned.task', { count }) : undefined;
    },
  });
  const needed = tasks.filter((task) => !OPTIONAL_SECTIONS.some((id) => id === task.id));
  return (
    <section className={styles.section}>
      <h2>{t('dossier.taskList')}</h2>
      <Progress done={needed.filter((task) => task.status === 'DONE').length} total={needed.length} label={t('dossier.progress')} />
      <TaskList tasks={tasks} label={t('dossier.taskList')} />
    </section>
  );
}
