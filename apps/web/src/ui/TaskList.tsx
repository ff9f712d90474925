import { IconAlertTriangle, IconCircleHalf2, IconCircleDashed, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PathLink } from './PathLink.js';
import { Status } from './Status.js';
import styles from './TaskList.module.css';

export type TaskStatus = 'DONE' | 'IN_PROGRESS' | 'NOT_STARTED' | 'BLOCKED' | 'FAULTY';

export interface Task {
  id: string;
  title: string;
  status: TaskStatus;
  /** The page of the task; without it, or when blocked, the title is plain text. */
  to?: string;
  hint?: string;
  /** What is wrong, when the status is FAULTY. */
  fault?: string;
}

/** Tasks that may be done in any order. A finished one is plain, so that the eye goes to what is left. */
export function TaskList({ tasks, label }: { tasks: Task[]; label: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {tasks.map((task) => (
        <li key={task.id} className={styles.task}>
          <div>
            {task.to && task.status !== 'BLOCKED'
              ? <PathLink to={task.to} aria-describedby={`task-${task.id}`}>{task.title}</PathLink>
              : <span className={styles.blocked}>{task.title}</span>}
            {task.hint && <span className={styles.hint}>{task.hint}</span>}
            {task.fault && <span className={styles.fault}>{task.fault}</span>}
          </div>
          <span id={`task-${task.id}`}><TaskMark status={task.status} /></span>
        </li>
      ))}
    </ul>
  );
}

function TaskMark({ status }: { status: TaskStatus }) {
  const { t } = useTranslation();
  const word = t(`taskStatus.${status}`);
  switch (status) {
    case 'DONE': return <span className={styles.plain}>{word}</span>;
    case 'IN_PROGRESS': return <Status tone="info" icon={IconCircleHalf2}>{word}</Status>;
    case 'NOT_STARTED': return <Status tone="neutral" icon={IconCircleDashed}>{word}</Status>;
    case 'BLOCKED': return <Status tone="neutral" icon={IconLock}>{word}</Status>;
    case 'FAULTY': return <Status tone="danger" icon={IconAlertTriangle}>{word}</Status>;
  }
}
