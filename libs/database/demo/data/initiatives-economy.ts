import { adopter, author, confirmation, counted, estimated, image, measure, notCountable, paper } from './build.js';
import type { DemoInitiative } from './types.js';

/** Markets, household businesses, urban farming and animal health. */
export const economyInitiatives: readonly DemoInitiative[] = [
  {
    key: 'cho-khong-tien-mat', campaign: 'da-quyet-dinh', state: 'RECOGNISED',
    title: 'Thu phí chợ không dùng tiền mặt bằng mã QR gắn với từng điểm kinh doanh',
    kind: 'MANAGEMENT', field: 'KT', unit: 'kinh-te', stateFunded: true, firstAppliedDaysAgo: 380, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Chợ có 286 điểm kinh doanh, phí được thu tiền mặt hằng ngày bằng vé xé. Ba người thu mất bốn giờ mỗi ngày, đối chiếu cuối tháng thường lệch 2–3%, tiểu thương phàn nàn bị hỏi phí hai lần. Năm trước thất thu ước tính 64 triệu đồng.',
      content: 'Mỗi điểm kinh doanh có một mã QR in trên biển số sạp, nội dung chuyển khoản chứa sẵn mã sạp và tháng. Tiểu thương chọn nộp theo ngày, tuần hoặc tháng; nộp theo tháng được giữ nguyên mức phí nhưng không bị hỏi lại. Sao kê ngân hàng cuối ngày được dán vào bảng đối chiếu, tự tô xanh sạp đã nộp và tô vàng sạp chậm quá ba ngày. Người thu chỉ đến các sạp màu vàng, mang theo máy in biên lai nhỏ cho người vẫn nộp tiền mặt. Danh sách đã nộp được công khai theo mã sạp, không ghi tên. Đoàn Thanh niên cử người hỗ trợ tiểu thương lớn tuổi trong ba tuần đầu.',
      novelty: 'Mã QR gắn với từng sạp và tự đối chiếu bằng sao kê, thay cho mã chung của ban quản lý vốn không biết ai đã nộp.',
      conditions: 'Tài khoản chuyên thu mở tại Kho bạc hoặc ngân hàng được ủy nhiệm, in biển khoảng 35.000 đồng một sạp, quy chế thu được niêm yết.',
      benefitAuthor: 'Tỷ lệ nộp không tiền mặt đạt 89% sau bốn tháng, chênh lệch đối chiếu bằng 0; giảm hai người thu để chuyển sang giữ vệ sinh chợ.',
      benefitAdopters: 'Tiểu thương không phải giữ vé, không còn bị hỏi phí hai lần; nhiều người bắt đầu nhận chuyển khoản của khách.',
    },
    publicSummary: 'Mỗi sạp chợ có mã QR riêng để nộp phí, bảng đối chiếu tự biết sạp nào đã nộp. Sau bốn tháng, 89% phí được nộp không tiền mặt.',
    authors: [author('nguyen-dieu-thao', 6000), author('ta-hong-son', 4000)],
    adopters: [
      adopter('nguyen-manh-khoi', 'Tổ chức đoàn viên hỗ trợ tiểu thương lớn tuổi'),
      adopter('lam-tung-bach', 'Làm đoạn phim hướng dẫn và phát thanh tại chợ'),
    ],
    applications: [
      {
        unit: 'kinh-te', fromDaysAgo: 380, status: 'APPLIED', benefit: counted(118_000_000), confirmedBy: 'do-trong-nghia',
        measures: [
          measure('Phí nộp không dùng tiền mặt', '%', 0, 89, 'Trước khi áp dụng và tháng thứ tư', 'Sao kê tài khoản chuyên thu'),
          measure('Thời gian đi thu', 'giờ/ngày', 4, 0.8, 'Bình quân tháng trước và tháng thứ tư', 'Bảng phân công'),
          measure('Chênh lệch đối chiếu cuối tháng', '%', 2.6, 0, '3 tháng trước và 3 tháng sau', 'Biên bản đối chiếu'),
        ],
      },
      {
        unit: 'mn-cua-song', fromDaysAgo: 290, status: 'APPLIED', benefit: notCountable, confirmedBy: 'phi-ngoc-mai',
        measures: [measure('Tiền ăn bán trú nộp bằng mã QR riêng của từng trẻ', '%', 0, 94, 'Trước khi áp dụng và tháng thứ hai', 'Sao kê tài khoản của trường')],
      },
    ],
    evidence: [
      image('bien-sap-co-ma-qr', 'Biển sạp có mã QR', 'CONTENT'),
      paper('doi-chieu-sao-ke', 'Bảng đối chiếu sao kê một tháng', 'APPLICATION'),
      confirmation('xac-nhan-phong-kinh-te', 'Xác nhận của Phòng Kinh tế, Hạ tầng và Đô thị'),
    ],
    submittedDaysAgo: 249, formalCheck: { daysAgo: 235 },
    evaluation: {
      quality: { novelty: 74, effectiveness: 88, replicability: 86 },
      comments: {
        'ngo-bich-hao': 'Minh bạch cho cả người nộp và người thu.',
        'hoang-gia-bach': 'Cần hướng dẫn thống nhất về biên lai điện tử trước khi nhân rộng.',
        'cao-minh-hue': 'Cách gắn mã với từng sạp có thể dùng cho phí vệ sinh.',
      },
    },
  },
  {
    key: 'sang-thu-sau', campaign: 'dang-mo', state: 'SUPPLEMENT_REQUIRED',
    title: 'Buổi sáng thứ Sáu hỗ trợ hộ kinh doanh kê khai thuế điện tử và lập hóa đơn từ máy tính tiền',
    kind: 'OPERATIONAL', field: 'KT', unit: 'kinh-te', stateFunded: true, firstAppliedDaysAgo: 110, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Phường có hơn 900 hộ kinh doanh phải chuyển sang kê khai. Nhiều chủ hộ trên 50 tuổi không quen dùng ứng dụng, kê khai sai phải nộp lại, mỗi tuần có khoảng 40 lượt đến hỏi rải rác ở nhiều bộ phận.',
      content: 'Phòng Kinh tế phối hợp cơ quan thuế mở một buổi hỗ trợ cố định vào sáng thứ Sáu, chia theo ngành hàng từng tuần. Chủ hộ mang điện thoại và sổ bán hàng, được hướng dẫn kê khai ngay số liệu thật của mình. Mỗi ngành có một tờ mẫu các lỗi thường gặp. Sau buổi, nhóm Zalo theo ngành do một chủ hộ thành thạo làm nòng cốt.',
      novelty: 'Hỗ trợ theo ngành hàng và trên số liệu thật của từng hộ.',
      conditions: 'Một phòng họp, hai cán bộ, đường truyền Internet.',
      benefitAuthor: 'Số hộ kê khai đúng hạn tăng lên, số lượt hỏi rải rác giảm.',
      benefitAdopters: 'Chủ hộ yên tâm vì được làm cùng người cùng ngành.',
    },
    publicSummary: 'Sáng thứ Sáu hằng tuần, hộ kinh doanh cùng ngành được hướng dẫn kê khai thuế điện tử ngay trên số liệu của mình.',
    authors: [author('nguyen-dieu-thao', 8000), author('tong-gia-hung', 2000)],
    adopters: [adopter('nguyen-manh-khoi', 'Cử đoàn viên hỗ trợ cài ứng dụng')],
    applications: [
      {
        unit: 'kinh-te', fromDaysAgo: 110, status: 'APPLIED', benefit: notCountable,
        measures: [measure('Hộ kê khai đúng hạn', '%', 63, 84, 'Kỳ trước và kỳ gần nhất', 'Số liệu do tác giả tổng hợp')],
      },
    ],
    evidence: [image('buoi-ho-tro-nganh-an-uong', 'Buổi hỗ trợ ngành ăn uống', 'APPLICATION')],
    submittedDaysAgo: 21,
    formalCheck: {
      daysAgo: 8,
      faults: [
        { reason: 'BENEFIT_UNSUPPORTED', note: 'Phần lợi ích mới nêu “tăng lên”, “giảm”; vui lòng ghi số liệu và cách tính.' },
        { reason: 'NOVELTY_NOT_SHOWN', note: 'Vui lòng so sánh với các buổi hỗ trợ mà cơ quan thuế đã tổ chức trước đây.' },
      ],
    },
  },
  {
    key: 'can-doi-chung', campaign: 'dang-mo', state: 'ACCEPTED',
    title: 'Cân đối chứng tại chợ kèm nhật ký kiểm tra cân bằng mã QR',
    kind: 'MANAGEMENT', field: 'KT', unit: 'kinh-te', stateFunded: true, firstAppliedDaysAgo: 140, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Kiểm tra 90 cân tại chợ thấy 17 cân sai quá mức cho phép, nhiều cân quá hạn kiểm định. Người mua nghi ngờ nhưng không có nơi cân lại nên mỗi tháng có khoảng tám vụ cãi nhau.',
      content: 'Phòng đặt hai cân đối chứng đã kiểm định ở hai cổng chợ, trên mặt cân có hướng dẫn ba bước và quả cân 1 kg để người mua tự thử. Cân của từng sạp dán mã QR, quét sẽ thấy ngày kiểm định và lần kiểm tra gần nhất. Người mua cân lại thấy thiếu thì bấm báo trên mã của sạp; sau ba báo trong một tuần, tổ quản lý đến kiểm tra có biên bản. Sạp có cân đạt ba tháng liên tục được dán tem xanh. Kết quả tổng hợp được đọc trên loa chợ sáng thứ Hai, chỉ nêu số lượng.',
      novelty: 'Gắn lịch sử kiểm tra của từng chiếc cân với mã QR để người mua tự xem, thay cho kiểm tra đột xuất một vài lần mỗi năm.',
      conditions: 'Hai cân đối chứng khoảng 9 triệu đồng, quả cân chuẩn, phối hợp với cơ quan đo lường để kiểm định định kỳ.',
      benefitAuthor: 'Sau bốn tháng còn 3 trên 90 cân sai quá mức, số vụ tranh cãi giảm còn một vụ mỗi tháng.',
      benefitAdopters: 'Tiểu thương có tem xanh bán hàng thuận lợi hơn và tự giác mang cân đi kiểm định.',
    },
    publicSummary: 'Hai cân đối chứng và mã QR trên từng chiếc cân giúp người mua tự kiểm tra; số cân sai ở chợ giảm từ 17 còn 3 chiếc.',
    authors: [author('phung-dang-tai', 5500), author('nguyen-dieu-thao', 4500)],
    adopters: [adopter('le-viet-hoan', 'Chọn vị trí đặt cân và kẻ vạch khu vực')],
    applications: [
      {
        unit: 'kinh-te', fromDaysAgo: 140, status: 'APPLIED', benefit: notCountable, confirmedBy: 'do-trong-nghia',
        measures: [
          measure('Cân sai quá mức cho phép', 'cân/90 cân', 17, 3, 'Trước khi áp dụng và sau 4 tháng', 'Biên bản kiểm tra đo lường'),
          measure('Vụ tranh cãi về cân', 'vụ/tháng', 8, 1, '3 tháng trước và 3 tháng sau', 'Sổ trực chợ'),
        ],
      },
    ],
    evidence: [image('can-doi-chung-cong-cho', 'Cân đối chứng ở cổng chợ', 'CONTENT'), paper('bien-ban-kiem-tra-can', 'Biên bản kiểm tra 90 cân trước và sau', 'APPLICATION')],
    submittedDaysAgo: 17, formalCheck: { daysAgo: 6 },
  },
  {
    key: 'rau-san-thuong', campaign: 'dang-mo', state: 'DRAFT',
    title: 'Trồng rau sân thượng bằng phân ủ từ rác bếp theo nhóm ngõ',
    kind: 'TECH_APPLICATION', field: 'NN', unit: 'mat-tran', stateFunded: false, firstAppliedDaysAgo: 190, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Rác bếp chiếm khoảng 55% rác sinh hoạt của các hộ, mỗi hộ thải ra trung bình 0,9 kg một ngày. Nhiều sân thượng bỏ trống, phụ nữ nghỉ hưu muốn trồng rau nhưng ủ phân bị mùi nên hàng xóm phản đối.',
      content: 'Mỗi nhóm ngõ từ năm đến tám hộ dùng chung hai thùng ủ luân phiên đặt trên sân thượng của một hộ tự nguyện. Rác bếp được thái nhỏ, trộn với mùn cưa và chế phẩm vi sinh theo tỷ lệ in trên nắp thùng. Sau 25 ngày chuyển sang thùng thứ hai để hoai. Phân được chia theo số kg rác mỗi hộ đóng góp. Hội hướng dẫn trồng sáu loại rau theo mùa trong thùng xốp có khay hứng nước. Hằng tuần, trưởng nhóm ghi số kg rác và số kg rau vào bảng treo đầu ngõ.',
      novelty: 'Ủ phân theo nhóm với hai thùng luân phiên và công thức khử mùi đã thử tại chỗ, chia phân theo đóng góp.',
      conditions: 'Hai thùng ủ 120 lít khoảng 700.000 đồng, mùn cưa xin từ xưởng mộc; sân thượng có lan can và chống thấm.',
      benefitAuthor: 'Bốn nhóm với 27 hộ giảm khoảng 480 kg rác bếp mỗi tháng và thu trung bình 3,5 kg rau mỗi hộ.',
      benefitAdopters: 'Các hộ gặp nhau thường xuyên hơn, trẻ em thích tưới cây.',
    },
    publicSummary: 'Các nhóm năm đến tám hộ cùng ủ rác bếp thành phân và trồng rau trên sân thượng, giảm gần nửa tấn rác mỗi tháng.',
    authors: [author('pham-minh-tuyet', 5500), author('mai-thi-nhan', 4500)],
    adopters: [adopter('phung-dang-tai', 'Hướng dẫn tỷ lệ phối trộn và kiểm tra mùi')],
    applications: [
      {
        unit: 'to-dan-pho-12', fromDaysAgo: 190, status: 'APPLIED', benefit: estimated(9_000_000),
        measures: [measure('Rác bếp thải ra của 27 hộ', 'kg/tháng', 730, 250, 'Tháng trước và bình quân 3 tháng gần nhất', 'Bảng ghi của trưởng nhóm')],
      },
    ],
    evidence: [image('hai-thung-u-luan-phien', 'Hai thùng ủ luân phiên trên sân thượng', 'CONTENT')],
  },
  {
    key: 'tiem-phong-dai', campaign: 'da-quyet-dinh', state: 'REFUSED',
    title: 'Lập sổ đàn chó, mèo và tổ chức tiêm phòng dại theo cụm ngõ',
    kind: 'MANAGEMENT', field: 'NN', unit: 'kinh-te', stateFunded: true, firstAppliedDaysAgo: 300, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Phường ước có khoảng 1.800 chó, mèo nhưng sổ quản lý chỉ ghi 640 con. Đợt tiêm phòng dại tập trung tại hai điểm chỉ tiêm được 52% số con có trong sổ.',
      content: 'Cán bộ thú y cùng tổ trưởng dân phố chia phường thành 24 cụm ngõ, mỗi cụm có một buổi tiêm tại đầu ngõ vào chiều thứ Bảy. Chủ nuôi đăng ký qua biểu mẫu hoặc tổ trưởng ghi hộ. Con đã tiêm được đeo thẻ màu theo năm và ghi vào sổ đàn điện tử. Cụm đạt dưới 60% được tổ chức tiêm vét. Hộ không tiêm được nhắc bằng văn bản.',
      novelty: 'Chuyển từ hai điểm tiêm tập trung sang 24 cụm ngõ, kết hợp lập sổ đàn điện tử và thẻ màu theo năm.',
      conditions: 'Vắc xin theo kế hoạch hằng năm, hai cán bộ thú y trong sáu chiều thứ Bảy.',
      benefitAuthor: 'Sổ đàn tăng lên 1.320 con, tỷ lệ tiêm đạt 71% trong đợt đầu.',
      benefitAdopters: 'Tổ dân phố thuận tiện cho người nuôi, nhưng việc ghi sổ điện tử còn chậm ở một số cụm.',
    },
    publicSummary: 'Tiêm phòng dại được tổ chức tại 24 cụm ngõ cùng với lập sổ đàn điện tử và thẻ màu theo năm.',
    authors: [author('phung-dang-tai', 10000)],
    adopters: [adopter('nguyen-viet-thuan', 'Ghi danh sách và tổ chức buổi tiêm tại Tổ dân phố số 7')],
    applications: [
      {
        unit: 'kinh-te', fromDaysAgo: 300, toDaysAgo: 258, status: 'APPLIED', benefit: notCountable, confirmedBy: 'do-trong-nghia',
        measures: [measure('Chó, mèo được tiêm trên tổng số trong sổ', '%', 52, 71, 'Đợt tiêm trước và đợt tiêm theo cụm', 'Sổ tiêm phòng')],
      },
    ],
    evidence: [paper('ket-qua-24-cum', 'Kết quả tiêm của 24 cụm ngõ', 'APPLICATION')],
    submittedDaysAgo: 234, formalCheck: { daysAgo: 218 },
    evaluation: {
      quality: { novelty: 68, effectiveness: 75, replicability: 80 },
      gatesDenied: { GATE_BENEFIT: ['ngo-bich-hao', 'hoang-gia-bach', 'do-trong-nghia'] },
      comments: {
        'ngo-bich-hao': 'Hướng đi đúng nhưng mới có một đợt. Nên theo dõi thêm một chu kỳ rồi nộp lại.',
        'do-trong-nghia': 'Mẫu số của hai đợt khác nhau nên tỷ lệ 52% và 71% chưa so sánh được.',
        'do-hai-van': 'Cần số liệu về số ca bị chó, mèo cắn trước và sau.',
      },
    },
    refusal: {
      reason: 'NO_PRACTICAL_BENEFIT',
      text: 'Điểm trung bình chưa đạt ngưỡng theo quy chế. Số liệu mới gồm một đợt tiêm, tỷ lệ trước và sau tính trên hai tổng đàn khác nhau nên chưa chứng minh được lợi ích thiết thực. Đề nghị tác giả hoàn thiện sổ đàn, theo dõi thêm một đợt và nộp lại trong đợt xét sau.',
    },
  },
];
