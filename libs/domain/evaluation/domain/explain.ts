import type { Measure } from '../../regulation/domain/rules.js';
import { formatPoints, formatPointsBelow, type Locale } from './points-text.js';
import type { Compared, LegalAct, OutcomeReason, OutcomeWarning } from './reasons.js';

const ACTS: Record<Locale, Record<LegalAct, string>> = {
  vi: {
    RECOGNISE: 'ngưỡng công nhận sáng kiến',
    EFFECTIVE_AND_REPLICABLE: 'ngưỡng công nhận hiệu quả áp dụng và khả năng nhân rộng',
    CITY_CANDIDATE: 'ngưỡng đề nghị công nhận cấp thành phố',
  },
  en: {
    RECOGNISE: 'threshold for recognition as an initiative',
    EFFECTIVE_AND_REPLICABLE: 'threshold for effectiveness and replicability',
    CITY_CANDIDATE: 'threshold for a proposal to the city',
  },
};

const MEASURE_NAMES: Record<Locale, Record<Measure, string>> = {
  vi: { NOVELTY: 'Tính mới', EFFECTIVENESS: 'Hiệu quả áp dụng', REPLICABILITY: 'Khả năng nhân rộng', OTHER: 'Tiêu chí khác' },
  en: { NOVELTY: 'Novelty', EFFECTIVENESS: 'Application effectiveness', REPLICABILITY: 'Replicability', OTHER: 'Other criteria' },
};

/** What a measure is called in words of the product. */
export function measureName(measure: Measure, locale: Locale): string {
  return MEASURE_NAMES[locale][measure];
}

/** A reason or warning in one sentence, in words for a notice or a screen: "Tổng điểm trung bình 68,50 < 70,00 (…)." */
export function explain(reason: OutcomeReason | OutcomeWarning, locale: Locale): string {
  return locale === 'vi' ? inVietnamese(reason) : inEnglish(reason);
}

function inVietnamese(reason: OutcomeReason | OutcomeWarning): string {
  const { code, facts } = reason;
  switch (code) {
    case 'TOO_FEW_SHEETS':
      return `Mới có ${facts.received} phiếu chấm hợp lệ, cần ít nhất ${facts.required} phiếu (Hội đồng có ${facts.appointed} thành viên).`;
    case 'VOTE_PASSED':
      return `Có ${facts.agree} phiếu đồng ý trên ${facts.base} thành viên được tính, đạt mức cần thiết là ${facts.needed} phiếu.`;
    case 'VOTE_NOT_TAKEN':
      return `Chưa biểu quyết được; cần ít nhất ${facts.needed} phiếu đồng ý trên ${facts.base} thành viên được tính.`;
    case 'VOTE_NOT_PASSED':
      return `Có ${facts.agree} phiếu đồng ý trên ${facts.base} thành viên được tính, cần ít nhất ${facts.needed} phiếu.`;
    case 'GATE_NOT_PASSED':
      return `Điều kiện “${facts.name}” không đạt: ${facts.yes}/${facts.sheets} phiếu xác nhận, cần ít nhất ${facts.needed} phiếu.`;
    case 'KNOCKED_OUT':
      return `Tiêu chí “${facts.name}” bị loại: ${below(facts, 'vi')}.`;
    case 'TOTAL_BELOW':
      return `Tổng điểm trung bình ${below(facts, 'vi')} (${ACTS.vi[facts.act]}).`;
    case 'TOTAL_REACHED':
      return `Tổng điểm trung bình ${reached(facts, 'vi')} (${ACTS.vi[facts.act]}).`;
    case 'CRITERION_BELOW':
      return `Tiêu chí “${facts.name}” ${below(facts, 'vi')} (${ACTS.vi[facts.act]}).`;
    case 'GROUP_BELOW':
      return `Nhóm tiêu chí “${facts.name}” ${below(facts, 'vi')} (${ACTS.vi[facts.act]}).`;
    case 'MEASURE_BELOW':
      return `${MEASURE_NAMES.vi[facts.measure]} ${below(facts, 'vi')} (${ACTS.vi[facts.act]}).`;
    case 'GRADE_CRITERION_MINIMUM':
      return `Tổng điểm ${formatPoints(facts.total, 'vi')} đạt mức ${facts.gradeLabel} nhưng tiêu chí “${facts.name}” ${below(facts, 'vi')}: không đủ điều kiện xếp loại.`;
    case 'GRADE_GROUP_MINIMUM':
      return `Tổng điểm ${formatPoints(facts.total, 'vi')} đạt mức ${facts.gradeLabel} nhưng nhóm tiêu chí “${facts.name}” ${below(facts, 'vi')}: không đủ điều kiện xếp loại.`;
    case 'SPREAD_WIDE':
      return `${facts.sheets} phiếu lệch quá ${formatPoints(facts.allowed, 'vi')} điểm so với điểm trung bình; đề nghị Hội đồng trao đổi lại.`;
  }
}

function inEnglish(reason: OutcomeReason | OutcomeWarning): string {
  const { code, facts } = reason;
  switch (code) {
    case 'TOO_FEW_SHEETS':
      return `Only ${facts.received} valid score sheets; at least ${facts.required} are needed (council of ${facts.appointed}).`;
    case 'VOTE_PASSED':
      return `${facts.agree} votes in favour out of ${facts.base} members counted; ${facts.needed} were needed.`;
    case 'VOTE_NOT_TAKEN':
      return `No vote could be taken; at least ${facts.needed} votes in favour out of ${facts.base} members counted are needed.`;
    case 'VOTE_NOT_PASSED':
      return `${facts.agree} votes in favour out of ${facts.base} members counted; at least ${facts.needed} are needed.`;
    case 'GATE_NOT_PASSED':
      return `Condition “${facts.nameEn ?? facts.name}” not met: ${facts.yes} of ${facts.sheets} sheets confirm it; at least ${facts.needed} are needed.`;
    case 'KNOCKED_OUT':
      return `Criterion “${facts.nameEn ?? facts.name}” excludes the initiative: ${below(facts, 'en')}.`;
    case 'TOTAL_BELOW':
      return `Average total ${below(facts, 'en')} (${ACTS.en[facts.act]}).`;
    case 'TOTAL_REACHED':
      return `Average total ${reached(facts, 'en')} (${ACTS.en[facts.act]}).`;
    case 'CRITERION_BELOW':
      return `Criterion “${facts.nameEn ?? facts.name}” ${below(facts, 'en')} (${ACTS.en[facts.act]}).`;
    case 'GROUP_BELOW':
      return `Group “${facts.nameEn ?? facts.name}” ${below(facts, 'en')} (${ACTS.en[facts.act]}).`;
    case 'MEASURE_BELOW':
      return `${MEASURE_NAMES.en[facts.measure]} ${below(facts, 'en')} (${ACTS.en[facts.act]}).`;
    case 'GRADE_CRITERION_MINIMUM':
      return `Total ${formatPoints(facts.total, 'en')} fits ${facts.gradeLabelEn ?? facts.gradeLabel}, but criterion “${facts.nameEn ?? facts.name}” ${below(facts, 'en')}: not eligible for a grade.`;
    case 'GRADE_GROUP_MINIMUM':
      return `Total ${formatPoints(facts.total, 'en')} fits ${facts.gradeLabelEn ?? facts.gradeLabel}, but group “${facts.nameEn ?? facts.name}” ${below(facts, 'en')}: not eligible for a grade.`;
    case 'SPREAD_WIDE':
      return `${facts.sheets} sheet(s) differ from the average by more than ${formatPoints(facts.allowed, 'en')} points; the council should discuss them.`;
  }
}

function below(facts: Compared, locale: Locale): string {
  return `${formatPointsBelow(facts.average, facts.minimum, locale)} < ${formatPoints(facts.minimum, locale)}`;
}

function reached(facts: Compared, locale: Locale): string {
  return `${formatPoints(facts.average, locale)} ≥ ${formatPoints(facts.minimum, locale)}`;
}
