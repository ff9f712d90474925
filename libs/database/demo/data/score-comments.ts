/** How a line stands against the maximum of its criterion: at least 90 %, at least 70 %, at least half, or less. */
export type Band = 'HIGH' | 'GOOD' | 'FAIR' | 'LOW';

type Pool = Readonly<Record<Band, readonly string[]>>;

/** Comments of council members on one criterion of the starting regulation. */
const POOLS: Readonly<Record<string, Pool>> = {
  NOVELTY: {
    HIGH: ['Chưa thấy đơn vị nào trên địa bàn làm theo cách này; điểm khác biệt được chỉ rõ.', 'Phần mới là phần chính của giải pháp và do tác giả tự xây dựng.'],
    GOOD: ['Cải tiến căn bản cách làm cũ, có so sánh cụ thể.', 'Điểm mới rõ, tuy một vài bước đã có ở nơi khác.'],
    FAIR: ['Vận dụng tốt cách làm của nơi khác, phần tự sáng tạo chưa nhiều.', 'Có điểm mới nhưng cần so sánh kỹ hơn với cách làm trước đây.'],
    LOW: ['Phần lớn là thực hiện quy định đã có, phần mới chưa rõ.', 'Trùng với cách làm mà nhiều đơn vị đang thực hiện.'],
  },
  ECONOMIC: {
    HIGH: ['Số tiền và thời gian tiết kiệm được tính đủ, có xác nhận của nơi áp dụng.', 'Hiệu quả kinh tế rõ ràng, chứng từ đầy đủ.'],
    GOOD: ['Có số liệu trước và sau, một phần là ước tính hợp lý.', 'Tiết kiệm được công sức đáng kể, nên ghi rõ cách quy đổi ra tiền.'],
    FAIR: ['Hiệu quả kinh tế chủ yếu là ước tính.', 'Quy mô tiết kiệm còn nhỏ so với toàn phường.'],
    LOW: ['Chưa có cách tính và chứng từ về phần tiết kiệm.', 'Chi phí bỏ ra chưa được so với lợi ích thu lại.'],
  },
  SOCIAL: {
    HIGH: ['Thay đổi rõ việc phục vụ người dân, đo được bằng chỉ số.', 'Người thụ hưởng xác nhận, tác động trên phạm vi rộng.'],
    GOOD: ['Cải thiện rõ ở nhóm áp dụng, số liệu đáng tin cậy.', 'Tác động xã hội tốt, nên mở rộng sang các tổ dân phố khác.'],
    FAIR: ['Có cải thiện nhưng thời gian theo dõi còn ngắn.', 'Mới thấy tác động trong phạm vi một đơn vị.'],
    LOW: ['Tác động chỉ nêu nhận định chung, chưa có chỉ số.', 'Chưa phân biệt được tác động của giải pháp với các hoạt động khác.'],
  },
  EVIDENCE: {
    HIGH: ['Minh chứng đủ cho từng kết quả, có nguồn độc lập.', 'Số liệu trích từ sổ sách gốc, kiểm tra được ngay.'],
    GOOD: ['Minh chứng phù hợp, có xác nhận của đơn vị.', 'Minh chứng khá đầy đủ, nên bổ sung ảnh trước khi áp dụng.'],
    FAIR: ['Một vài kết quả chưa có minh chứng kèm theo.', 'Minh chứng còn ít so với nội dung đã nêu.'],
    LOW: ['Thiếu minh chứng cho kết quả chính.', 'Minh chứng chưa liên quan trực tiếp đến kết quả nêu trong đơn.'],
  },
  TRANSFER: {
    HIGH: ['Có tài liệu hướng dẫn, đơn vị khác làm theo được ngay.', 'Các bước viết rõ, không phụ thuộc vào tác giả.'],
    GOOD: ['Chuyển giao được sau một buổi tập huấn.', 'Dễ chuyển giao, chỉ cần điều chỉnh nhỏ theo điều kiện từng nơi.'],
    FAIR: ['Cần tác giả hỗ trợ trong giai đoạn đầu.', 'Nên viết hướng dẫn ngắn để nơi khác tự làm.'],
    LOW: ['Gắn nhiều với điều kiện riêng của đơn vị.', 'Chưa có hướng dẫn, khó chuyển giao.'],
  },
  CONDITIONS_COST: {
    HIGH: ['Tận dụng thiết bị sẵn có, gần như không tốn thêm chi phí.', 'Chi phí rất thấp so với kết quả.'],
    GOOD: ['Chi phí thấp, các đơn vị tự bố trí được.', 'Điều kiện áp dụng đơn giản, cần phân công người phụ trách.'],
    FAIR: ['Cần một khoản kinh phí ban đầu, nguồn đã nêu.', 'Cần bố trí thêm thời gian của cán bộ.'],
    LOW: ['Chi phí lớn so với khả năng của đơn vị nhỏ.', 'Chưa nêu nguồn kinh phí để duy trì.'],
  },
  SPREAD: {
    HIGH: ['Nhiều đơn vị đã áp dụng và có xác nhận.', 'Đã lan tỏa ngoài đơn vị của tác giả.'],
    GOOD: ['Đã có đơn vị khác áp dụng với kết quả tương tự.', 'Nơi áp dụng thứ hai và thứ ba có số liệu kèm theo.'],
    FAIR: ['Mới có một nơi khác áp dụng.', 'Cần theo dõi thêm kết quả ở nơi áp dụng thứ hai.'],
    LOW: ['Hiện mới áp dụng tại đơn vị của tác giả.', 'Chưa có đơn vị khác đăng ký áp dụng.'],
  },
};

const ANY_CRITERION: Pool = {
  HIGH: ['Đáp ứng rất tốt yêu cầu của tiêu chí, minh chứng đầy đủ.'],
  GOOD: ['Đáp ứng tốt yêu cầu của tiêu chí.'],
  FAIR: ['Đáp ứng ở mức khá, cần bổ sung số liệu.'],
  LOW: ['Chưa đáp ứng yêu cầu của tiêu chí, cần bổ sung minh chứng.'],
};

const GATES: Readonly<Record<string, string>> = {
  GATE_NEW: 'Nội dung chính đã được quy định hoặc đã được áp dụng trước ngày nộp đơn.',
  GATE_BENEFIT: 'Số liệu kèm theo chưa đủ để chứng minh lợi ích thiết thực.',
};

const GENERAL: Readonly<Record<'RECOGNISE' | 'NOT_RECOGNISE', readonly string[]>> = {
  RECOGNISE: [
    'Hồ sơ trình bày rõ ràng, số liệu phù hợp với thực tế của đơn vị. Nhất trí đề nghị công nhận.',
    'Giải pháp thiết thực, chi phí thấp. Đề nghị tác giả viết hướng dẫn ngắn để nhân rộng.',
    'Đồng ý công nhận; đề nghị tiếp tục theo dõi số liệu thêm một quý.',
  ],
  NOT_RECOGNISE: [
    'Tác giả cần theo dõi thêm và bổ sung số liệu so sánh trước khi nộp lại.',
    'Ghi nhận cố gắng của tác giả nhưng hồ sơ chưa đủ căn cứ để đề nghị công nhận.',
    'Đề nghị làm rõ phần khác biệt và kết quả, nộp lại trong đợt xét sau.',
  ],
};

const pick = (pool: readonly string[], turn: number): string => pool[turn % pool.length]!;

/** A member's comment on one criterion; `turn` chooses among the sentences of the pool. */
export const lineComment = (criterionCode: string, band: Band, turn: number): string =>
  pick((POOLS[criterionCode] ?? ANY_CRITERION)[band], turn);

/** Why a legal condition is not met. */
export const gateComment = (criterionCode: string): string => GATES[criterionCode] ?? 'Hồ sơ chưa đáp ứng điều kiện này.';

export const generalCommentFor = (proposal: 'RECOGNISE' | 'NOT_RECOGNISE', turn: number): string =>
  pick(GENERAL[proposal], turn);
