import { Button } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints, formatShare, parseHundredths } from '../../lib/format.js';
import { useViewer } from '../../session/context.js';
import { ShareMeter } from '../../ui/ShareMeter.js';
import { AuthorItem } from './AuthorItem.js';
import { divideEqually, isWhole, leftOver, moved, readAuthors, readShare, sumOfShares, WHOLE_BP, type Authors } from './authors.js';
import { focusSoon } from './focus.js';
import { Guidance } from './Guidance.js';
import { LazyConfirm } from './LazyConfirm.js';
import styles from './people.module.css';
import { PersonSearch, type FoundPerson } from './PersonSearch.js';
import { SET_AUTHORS } from './queries.js';
import { SectionConflict } from './SectionConflict.js';
import { SectionFrame } from './SectionFrame.js';
import { useSectionForm, type SectionProps } from './useSectionForm.js';

/** Who created the initiative, in which order, and what part each has. Only the lead author changes it. */
export function AuthorsSection(props: SectionProps) {
  const { t } = useTranslation('initiative');
  const viewer = useViewer();
  const isLead = props.dossier.myAuthorship?.role === 'LEAD';
  const [newLead, setNewLead] = useState<number | null>(null);
  const [consents, setConsents] = useState(props.dossier.authors);
  const { draft, change, clash, choose, errorOf, frame } = useSectionForm<Authors>(props, {
    read: readAuthors,
    tidy: ({ authors }) => ({ authors: authors.map((author) => ({ ...author, share: tidyShare(author.share) })) }),
    plan: ({ authors }, changed) => {
      if (changed.length === 0) return { steps: [], isComplete: true };
      if (!isWhole(authors)) return { steps: [], isComplete: false };
      const input = { authors: authors.map(({ personId, share }) => ({ personId, shareBp: readShare(share) })) };
      return { steps: [{ document: SET_AUTHORS, input, keys: ['authors'] }], isComplete: true };
    },
    issues: ({ authors }) => {
      const unreadable = authors.flatMap(({ fullName, share }, index) => (readShare(share) === null ? [{ text: t('authors.shareUnreadable', { name: fullName }), fieldId: `authors.${index}.shareBp` }] : []));
      if (unreadable.length > 0 || sumOfShares(authors) === WHOLE_BP) return unreadable;
      return [{ text: t('authors.notWhole', { share: formatShare(sumOfShares(authors)) }), fieldId: 'authors.0.shareBp' }];
    },
    onSaved: ({ authors }) => setConsents((before) => authors.map((author) => ({ ...before.find(({ person }) => person.id === author.person.id), ...author }) as (typeof before)[number])),
  });
  const { authors } = draft;
  const set = (next: Authors['authors']) => change({ authors: next });
  const add = ({ id, fullName, position, unit }: FoundPerson) =>
    set([...authors, { personId: id, fullName, about: [position, unit?.shortName].filter(Boolean).join(' · '), share: leftOver(authors) }]);
  const move = (from: number, to: number) => {
    if (to === 0 || from === 0) return setNewLead(from === 0 ? to : from);
    set(moved(authors, from, to));
    // The button that was pressed may be gone from where the person is now.
    focusSoon(`authors.${to}`);
  };
  return (
    <SectionFrame {...props} {...frame}>
      <div>
        <p className={styles.note}>{isLead ? t('authors.lead') : t('authors.onlyLead')}</p>
        <Guidance points={t('authors.points', { returnObjects: true })} />
        <ol className={styles.list} id="authors" tabIndex={-1} aria-label={t('section.AUTHORS')}>
          {authors.map((author, index) => (
            <AuthorItem
              key={author.personId} author={author} index={index} count={authors.length} isReadOnly={!isLead} isSelf={author.personId === viewer.person.id}
              consent={consents.find(({ person }) => person.id === author.personId)} error={errorOf(`authors.${index}.shareBp`) ?? errorOf(`authors.${index}`)}
              onShare={(share) => set(authors.map((each, at) => (at === index ? { ...each, share } : each)))}
              onMove={(to) => move(index, to)} onRemove={() => set(authors.filter((_, at) => at !== index))}
            />
          ))}
        </ol>
        <div className={styles.meter}>
          <ShareMeter sharesBp={authors.map(({ share }) => parseHundredths(share) ?? 0)} />
          {isLead && authors.length > 1 && <Button variant="default" leftSection={<IconScale size={18} aria-hidden />} onClick={() => set(divideEqually(authors))}>{t('authors.divide')}</Button>}
        </div>
      </div>
      {isLead && <PersonSearch id="addAuthor" label={t('authors.add')} hint={t('authors.addHint')} taken={authors.map(({ personId }) => personId)} onChoose={add} error={errorOf('authors')} />}
      <LazyConfirm
        opened={newLead !== null} onClose={() => setNewLead(null)} title={t('authors.newLeadTitle')} confirmLabel={t('authors.newLeadAction')}
        onConfirm={() => { if (newLead !== null) set(moved(authors, newLead, 0)); }}
      >
        {t('authors.newLeadText', { name: authors[newLead ?? 0]?.fullName ?? '' })}
      </LazyConfirm>
      <SectionConflict
        clash={clash} onChoose={choose}
        describe={(_, { authors: list }) => ({ label: t('section.AUTHORS'), text: list.map(({ fullName, share }) => `${fullName}: ${share}%`).join('\n') })}
      />
    </SectionFrame>
  );
}

function tidyShare(share: string): string {
  const bp = parseHundredths(share);
  return bp === null ? share : formatPoints(bp);
}
