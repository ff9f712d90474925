import type { EvaluationRulesInput } from '../domain/rules.js';
import { levelsOf } from './preset.js';

type CriterionInput = EvaluationRulesInput['criteria'][number];

/** Legal conditions of an initiative, each answered yes or no (Decree 13/2012, Art. 3–5). */
const GATES: CriterionInput[] = [
  gate('GATE_NEW', 'NOVELTY', 'Có tính mới trong phạm vi cơ sở', 'New within the recognising body',
    'Trước ngày nộp đơn hoặc ngày áp dụng lần đầu (tính theo ngày sớm hơn): không trùng với giải pháp trong đơn nộp trước; chưa được bộc lộ công khai đến mức có thể thực hiện ngay; chưa được người khác áp dụng hoặc lập kế hoạch áp dụng tại cơ sở; chưa được quy định thành quy trình, tiêu chuẩn bắt buộc.',
    'Before filing or first application, whichever is earlier: not the same as a solution in an earlier request; not disclosed so fully that anyone could carry it out; not applied or planned by others at the body; not already a compulsory rule or standard.'),
  gate('GATE_APPLIED', 'OTHER', 'Đã được áp dụng hoặc áp dụng thử tại cơ sở', 'Applied or tried at the body',
    'Hồ sơ nêu rõ nơi áp dụng, ngày áp dụng lần đầu hoặc áp dụng thử và có xác nhận.',
    'The file names the place and the day of first application or trial, with a confirmation.'),
  gate('GATE_BENEFIT', 'EFFECTIVENESS', 'Có khả năng mang lại lợi ích thiết thực', 'Able to bring practical benefit',
    'Nâng cao năng suất, chất lượng, giảm chi phí, hoặc cải thiện điều kiện làm việc, môi trường, an toàn, phục vụ người dân.',
    'Raises productivity or quality, cuts costs, or improves working conditions, environment, safety or service to the people.'),
  gate('GATE_NOT_EXCLUDED', 'OTHER', 'Không thuộc đối tượng bị loại trừ', 'Not excluded',
    'Việc công bố, áp dụng không trái trật tự công cộng, đạo đức xã hội; giải pháp không đang được bảo hộ quyền sở hữu trí tuệ tại thời điểm xét.',
    'Publishing or applying it is not against public order or social ethics; the solution is not under intellectual-property protection when considered.'),
  gate('GATE_IN_TIME', 'OTHER', 'Đơn được nộp trong thời hạn', 'Filed in time',
    'Với giải pháp đã áp dụng: nộp trong vòng 01 năm kể từ ngày áp dụng lần đầu.',
    'For a solution already applied: filed within one year from first application.'),
];

const SCORED: CriterionInput[] = [
  scored('NOVELTY', 'NOVELTY', 'NOVELTY', 2000, 'Tính mới', 'Novelty', [
    [1700, 2000, 'Giải pháp hoàn toàn mới tại phường; chưa từng có cách làm tương tự, nêu được đầy đủ điểm khác biệt so với hiện trạng.', 'Entirely new in the ward; no comparable way of working existed, and every difference from before is shown.'],
    [1300, 1650, 'Cải tiến căn bản một cách làm đã có; phần mới là phần chính của giải pháp và do tác giả tự tạo ra.', 'A fundamental improvement of an existing way; the new part is the main part and the author’s own.'],
    [1000, 1250, 'Cải tiến một phần hoặc vận dụng sáng tạo cách làm của nơi khác vào điều kiện của phường.', 'A partial improvement, or a creative adaptation of a practice from elsewhere to the ward.'],
    [0, 950, 'Chủ yếu lặp lại cách làm đã có hoặc nhiệm vụ thường xuyên; phần mới không rõ.', 'Mostly repeats an existing practice or routine duty; what is new is unclear.'],
  ]),
  scored('ECONOMIC', 'EFFECTIVENESS', 'EFFECTIVENESS', 1500, 'Hiệu quả kinh tế', 'Economic effect', [
    [1300, 1500, 'Số tiền, thời gian hoặc nhân lực tiết kiệm được tính toán đầy đủ, có số liệu trước và sau, có bên áp dụng xác nhận.', 'Money, time or staff saved is fully computed with figures before and after, confirmed by the applying unit.'],
    [1000, 1250, 'Tiết kiệm rõ rệt, có số liệu trước và sau nhưng một phần là ước tính có căn cứ.', 'Clear savings with figures before and after, partly well-founded estimates.'],
    [750, 950, 'Có tiết kiệm nhưng chủ yếu là ước tính, hoặc quy mô nhỏ.', 'Some savings, mostly estimated or small.'],
    [0, 700, 'Chưa chứng minh được hiệu quả kinh tế hoặc chi phí lớn hơn lợi ích.', 'No economic effect shown, or costs exceed the benefit.'],
  ]),
  scored('SOCIAL', 'EFFECTIVENESS', 'EFFECTIVENESS', 2000, 'Hiệu quả xã hội, cải cách hành chính', 'Social effect and administrative reform', [
    [1700, 2000, 'Thay đổi rõ rệt việc phục vụ người dân hoặc chất lượng công việc trên toàn phường hay toàn ngành; đo được bằng chỉ số và được người thụ hưởng xác nhận.', 'Clearly changes service to the people or quality of work across the ward or sector; measured by indicators and confirmed by those who benefit.'],
    [1300, 1650, 'Cải thiện rõ ở một số đơn vị hoặc nhóm dân cư; có số liệu so sánh trước và sau.', 'Clear improvement for some units or groups of residents, with figures before and after.'],
    [1000, 1250, 'Có cải thiện trong phạm vi một đơn vị; số liệu còn ít hoặc thời gian áp dụng ngắn.', 'Improvement within one unit; few figures or a short time of application.'],
    [0, 950, 'Tác động không rõ hoặc chỉ nêu nhận định chung.', 'Effect unclear or stated in general words only.'],
  ]),
  scored('EVIDENCE', 'EFFECTIVENESS', 'EFFECTIVENESS', 1000, 'Chất lượng minh chứng', 'Quality of evidence', [
    [850, 1000, 'Minh chứng đầy đủ, kiểm tra được, do nhiều nguồn độc lập xác nhận.', 'Complete, verifiable evidence confirmed by independent sources.'],
    [650, 800, 'Minh chứng phù hợp với từng kết quả chính, có xác nhận của đơn vị áp dụng.', 'Evidence for each main result, confirmed by the applying unit.'],
    [500, 600, 'Có minh chứng nhưng chưa phủ hết các kết quả đã nêu.', 'Some evidence, not for every result stated.'],
    [0, 450, 'Thiếu minh chứng hoặc minh chứng không liên quan.', 'Evidence missing or beside the point.'],
  ]),
  scored('TRANSFER', 'REPLICABILITY', 'REPLICABILITY', 1500, 'Khả năng chuyển giao', 'Transferability', [
    [1300, 1500, 'Có tài liệu hướng dẫn hoàn chỉnh; đơn vị khác tự áp dụng được ngay mà không cần tác giả.', 'Complete instructions; another unit can apply it at once without the author.'],
    [1000, 1250, 'Áp dụng được ở đơn vị khác sau khi tập huấn ngắn hoặc điều chỉnh nhỏ.', 'Applicable elsewhere after short training or small changes.'],
    [750, 950, 'Áp dụng được ở nơi có điều kiện tương tự, cần tác giả hỗ trợ.', 'Applicable where conditions are similar, with the author’s help.'],
    [0, 700, 'Gắn với điều kiện riêng của một đơn vị, khó chuyển giao.', 'Tied to one unit’s own conditions, hard to transfer.'],
  ]),
  scored('CONDITIONS_COST', 'REPLICABILITY', 'REPLICABILITY', 1000, 'Điều kiện và chi phí áp dụng', 'Conditions and cost of application', [
    [850, 1000, 'Dùng nguồn lực sẵn có, hầu như không phát sinh chi phí.', 'Uses what is already there, with almost no extra cost.'],
    [650, 800, 'Chi phí thấp, phần lớn đơn vị tự bố trí được.', 'Low cost that most units can bear.'],
    [500, 600, 'Cần kinh phí hoặc trang thiết bị riêng nhưng nêu rõ nguồn.', 'Needs funds or equipment, from a named source.'],
    [0, 450, 'Chi phí lớn hoặc điều kiện khó đáp ứng.', 'High cost or conditions hard to meet.'],
  ]),
  scored('SPREAD', 'REPLICABILITY', 'REPLICABILITY', 1000, 'Đã được áp dụng ở nơi khác', 'Already applied elsewhere', [
    [850, 1000, 'Từ ba đơn vị khác trở lên đã áp dụng và xác nhận kết quả.', 'Three or more other units have applied it and confirmed results.'],
    [650, 800, 'Hai đơn vị khác đã áp dụng.', 'Two other units have applied it.'],
    [500, 600, 'Một đơn vị khác đã áp dụng hoặc đã có văn bản đăng ký áp dụng.', 'One other unit has applied it or has asked in writing to apply it.'],
    [0, 450, 'Mới áp dụng tại đơn vị của tác giả.', 'Applied only at the author’s unit so far.'],
  ]),
];

/** Gates first, then the 100 points of the starting regulation. */
export const WARD_START_CRITERIA: CriterionInput[] = [...GATES, ...SCORED];

function gate(
  code: string, measures: CriterionInput['measures'], name: string, nameEn: string, guidance: string, guidanceEn: string,
): CriterionInput {
  return { code, groupCode: 'LEGAL_CONDITIONS', name, nameEn, guidance, guidanceEn, kind: 'YES_NO_GATE', measures };
}

/** A criterion in half points; half of its points pass, and both ends of the scale ask for a reason. */
function scored(
  code: string, groupCode: string, measures: CriterionInput['measures'], maxPoints: number, name: string, nameEn: string,
  levels: Parameters<typeof levelsOf>[0],
): CriterionInput {
  return {
    code, groupCode, name, nameEn, kind: 'SCORED', measures, maxPoints, minPoints: 0, step: 50,
    passMinimum: maxPoints / 2,
    commentRequiredBelow: maxPoints / 2,
    commentRequiredFrom: (maxPoints / 10) * 9,
    levels: levelsOf(levels),
  };
}
