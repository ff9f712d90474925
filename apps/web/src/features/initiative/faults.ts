import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { CombinedError } from 'urql';
import { useProblem } from '../../lib/errors.js';
import type { DossierFault } from './queries.js';
import { sectionOfFault, type SectionId } from './sections.js';

/** A fault of the dossier in the reader's words, and where it is mended. */
export interface WordedFault {
  code: string;
  section: SectionId;
  /** Id of the input on the section's page. */
  fieldId: string;
  text: string;
  fix: string;
  isBlocking: boolean;
}

/** Names that make a fault concrete: "Trần Thị B chưa xác nhận" instead of "a co-author". */
export interface FaultNames {
  authors: readonly { person: { fullName: string } }[];
  attachments: readonly { file: { name: string } }[];
}

/** Nothing was done wrong, something is only not there yet. */
const MISSING = new Set(['INITIATIVE_FIELD_REQUIRED', 'INITIATIVE_AUTHORS_EMPTY', 'INITIATIVE_APPLICATION_REQUIRED', 'INITIATIVE_AUTHOR_UNCONFIRMED']);

export function isMissing(fault: Pick<DossierFault, 'code'>): boolean {
  return MISSING.has(fault.code);
}

/** Faults that the API tells of a draft, put into the same words as when it refuses a submission. */
export function useFaultWords(): (faults: readonly DossierFault[], names: FaultNames) => WordedFault[] {
  const { t } = useTranslation('initiative');
  const problemOf = useProblem();
  return useCallback((faults, names) => {
    const problem = problemOf(asError(faults));
    return faults.map((fault, index) => {
      const words = problem.faults[index];
      return {
        code: fault.code,
        section: sectionOfFault(fault),
        fieldId: fault.path.join('.'),
        text: ownWords(fault, names, t) ?? words?.text ?? fault.code,
        fix: fault.code === 'INITIATIVE_FIELD_REQUIRED' ? '' : words?.fix ?? '',
        isBlocking: fault.isBlocking,
      };
    });
  }, [problemOf, t]);
}

function ownWords(fault: DossierFault, names: FaultNames, t: ReturnType<typeof useTranslation<'initiative'>>['t']): string | null {
  const [field = '', index = ''] = fault.path;
  const lookUp = t as unknown as (keys: string[], values?: Record<string, unknown>) => string;
  switch (fault.code) {
    case 'INITIATIVE_FIELD_REQUIRED': return lookUp([`missing.${field}`, 'missing.other']);
    case 'INITIATIVE_AUTHOR_UNCONFIRMED': return lookUp(['fault.unconfirmed'], { name: names.authors[Number(index)]?.person.fullName ?? '' });
    case 'INITIATIVE_AUTHOR_DECLINED': return lookUp(['fault.declined'], { name: names.authors[Number(index)]?.person.fullName ?? '' });
    case 'INITIATIVE_EVIDENCE_NOT_READY': return lookUp(['fault.evidence'], { name: names.attachments[Number(index)]?.file.name ?? '' });
    default: return null;
  }
}

/** The faults in the form in which a refused submission brings them. */
function asError(faults: readonly DossierFault[]): CombinedError {
  const plain = faults.map(({ code, path, details }) => ({ code, path, details: parseDetails(details) }));
  return clientError('VALIDATION_FAILED', { faults: plain });
}

function parseDetails(details: string | null | undefined): unknown {
  try {
    return details ? JSON.parse(details) : {};
  } catch {
    return {};
  }
}

/** An error that this page itself found, worded like those of the API. */
export function clientError(code: string, extensions: Record<string, unknown> = {}): CombinedError {
  return new CombinedError({ graphQLErrors: [{ message: code, extensions: { code, ...extensions } }] });
}
