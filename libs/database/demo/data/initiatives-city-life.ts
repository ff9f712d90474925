import { adopter, author, confirmation, counted, estimated, image, measure, notCountable, paper, secretPaper } from './build.js';
import type { DemoInitiative } from './types.js';

/** Environment, streets, security and culture. */
export const cityLifeInitiatives: readonly DemoInitiative[] = [
  {
    key: 'phan-loai-rac', campaign: 'dang-cham', state: 'UNDER_EVALUATION',
    title: 'Phân loại rác tại nguồn theo ngày màu và cân ghi điểm thi đua giữa các ngõ',
    kind: 'MANAGEMENT', field: 'MT', unit: 'to-dan-pho-12', investor: 'ubnd', stateFunded: true, firstAppliedDaysAgo: 276, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Tổ dân phố số 12 có 388 hộ, mỗi ngày thải khoảng 620 kg rác, gần như không phân loại. Hai đợt phát túi phân loại trước đây chỉ duy trì được vài tuần vì rác đã tách lại bị đổ chung lên xe.',
      content: 'Lịch thu gom được đổi theo ngày màu: rác hữu cơ mỗi ngày, rác tái chế vào thứ Ba và thứ Sáu, rác cồng kềnh và nguy hại vào Chủ nhật đầu tháng. Mỗi loại do một xe khác nhau thu nên rác đã tách không bị trộn lại. Tại đầu ngõ, người thu gom cân rác tái chế và ghi điểm cho ngõ, không cân từng hộ. Tiền bán phế liệu được chia 60% cho quỹ ngõ và 40% cho người thu gom. Túi sai màu được dán nhãn nhắc và để lại. Bảng điểm của 16 ngõ công bố hằng tuần, ba ngõ dẫn đầu được chọn một việc sửa nhỏ cho ngõ mình như thay bóng đèn, sơn tường. Chi hội phụ nữ đến hướng dẫn các hộ mới chuyển đến.',
      novelty: 'Phân loại gắn với lịch xe riêng để không trộn lại, thi đua theo ngõ và phần thưởng là cải thiện chính con ngõ; các đợt trước chỉ phát túi và tuyên truyền.',
      conditions: 'Thỏa thuận lịch với đơn vị thu gom, 16 cân treo khoảng 250.000 đồng một chiếc, một người ghi điểm cho mỗi ca.',
      benefitAuthor: 'Lượng rác phải chôn lấp giảm 34%, quỹ của 16 ngõ thu được trung bình 3,9 triệu đồng mỗi tháng từ phế liệu.',
      benefitAdopters: 'Người thu gom có thêm thu nhập và không phải bới rác; ngõ sạch hơn, ít chuột.',
    },
    publicSummary: 'Mỗi loại rác một ngày màu, một xe riêng, thi đua theo ngõ; lượng rác chôn lấp của Tổ dân phố số 12 giảm 34%.',
    authors: [author('mai-thi-nhan', 4000), author('le-viet-hoan', 3500), author('pham-minh-tuyet', 2500)],
    adopters: [adopter('phung-dang-tai', 'Hướng dẫn phân loại rác nguy hại và nơi tập kết')],
    applications: [
      {
        unit: 'to-dan-pho-12', fromDaysAgo: 276, status: 'APPLIED', benefit: counted(46_800_000),
        measures: [
          measure('Rác phải chôn lấp', 'kg/ngày', 620, 409, '4 tuần trước và bình quân 3 tháng gần nhất', 'Phiếu cân của đơn vị thu gom'),
          measure('Hộ phân loại đúng', '%', 8, 76, 'Quan sát ngẫu nhiên 100 hộ', 'Biên bản quan sát'),
        ],
      },
      {
        unit: 'to-dan-pho-7', fromDaysAgo: 170, status: 'TRIAL', benefit: notCountable, confirmedBy: 'nguyen-viet-thuan',
        measures: [measure('Hộ phân loại đúng', '%', 10, 58, 'Quan sát ngẫu nhiên 80 hộ', 'Biên bản quan sát')],
      },
    ],
    evidence: [
      image('lich-ngay-mau', 'Lịch thu gom theo ngày màu', 'CONTENT'),
      image('bang-diem-16-ngo', 'Bảng điểm của 16 ngõ', 'CONTENT'),
      paper('phieu-can-don-vi-thu-gom', 'Phiếu cân của đơn vị thu gom', 'APPLICATION'),
    ],
    submittedDaysAgo: 87, formalCheck: { daysAgo: 70 },
    evaluation: {
      quality: { novelty: 82, effectiveness: 88, replicability: 84 },
      submittedBy: ['do-trong-nghia'], draftBy: ['ngo-bich-hao', 'doan-minh-chau'],
      comments: { 'do-trong-nghia': 'Bố trí xe riêng theo loại rác là mấu chốt để duy trì. Cần hợp đồng dài hạn với đơn vị thu gom.' },
    },
  },
  {
    key: 'bao-ngap', campaign: 'nam-truoc', state: 'RECOGNISED',
    title: 'Báo điểm ngập bằng biểu mẫu vị trí trên nhóm Zalo tổ dân phố',
    kind: 'TECH_APPLICATION', field: 'MT', unit: 'kinh-te', stateFunded: true, firstAppliedDaysAgo: 530, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Khi mưa lớn kết hợp triều cường, phường nhận hàng chục cuộc gọi về các điểm ngập nhưng không rõ vị trí và mức ngập. Trung bình sau 95 phút mới có người đến khơi thông, có nơi bị bỏ sót đến hôm sau.',
      content: 'Nhóm Zalo của mỗi tổ dân phố ghim một biểu mẫu bốn mục: vị trí, mức ngập chọn theo hình (mắt cá, đầu gối, yên xe), ảnh và ghi chú. Dữ liệu đổ về một bản đồ chung, cán bộ trực lọc các báo trùng trong bán kính 30 mét. Điểm ngập được xếp thứ tự theo mức ngập và có trường học, trạm y tế gần đó hay không. Đội khơi thông nhận việc ngay trên điện thoại và gửi ảnh khi xong; nhóm Zalo tự nhận được tin “đã xử lý”. Sau mỗi trận mưa, phòng lập danh sách điểm lặp lại ba lần để đưa vào kế hoạch nạo vét. Người dân gửi ảnh được nhắc không chụp mặt người và biển số xe.',
      novelty: 'Mức ngập được chọn theo hình quen thuộc nên báo thống nhất; dữ liệu mỗi trận mưa được dùng lại để lập kế hoạch nạo vét.',
      conditions: 'Nhóm Zalo sẵn có của 31 tổ dân phố, một cán bộ trực khi có cảnh báo mưa.',
      benefitAuthor: 'Thời gian từ lúc báo đến khi có người xử lý giảm từ 95 còn 32 phút; 11 điểm ngập lặp lại được nạo vét trước mùa mưa.',
      benefitAdopters: 'Tổ trưởng dân phố không còn phải gọi nhiều nơi; người dân biết việc của mình đã được xử lý.',
    },
    publicSummary: 'Người dân báo điểm ngập bằng biểu mẫu bốn mục trên nhóm Zalo, đội khơi thông nhận việc trên bản đồ chung; thời gian xử lý giảm từ 95 còn 32 phút.',
    authors: [author('ta-hong-son', 6000), author('nguyen-viet-thuan', 4000)],
    adopters: [adopter('lam-tung-bach', 'Soạn hình mức ngập và hướng dẫn trên các nhóm Zalo')],
    applications: [
      {
        unit: 'kinh-te', fromDaysAgo: 530, status: 'APPLIED', benefit: estimated(60_000_000), confirmedBy: 'do-trong-nghia',
        measures: [
          measure('Thời gian từ khi báo đến khi xử lý', 'phút', 95, 32, '5 trận mưa trước và 6 trận mưa sau', 'Nhật ký trực và bản đồ'),
          measure('Điểm ngập bị bỏ sót đến hôm sau', 'điểm/trận mưa', 4, 0.5, '5 trận mưa trước và 6 trận mưa sau', 'Nhật ký trực'),
        ],
      },
      {
        unit: 'to-dan-pho-7', fromDaysAgo: 515, status: 'APPLIED', benefit: notCountable,
        measures: [measure('Báo điểm ngập có vị trí đúng', '%', 35, 96, 'Cùng kỳ', 'Bản đồ điểm ngập')],
      },
    ],
    evidence: [
      image('hinh-muc-ngap', 'Bốn hình mức ngập trong biểu mẫu', 'CONTENT'),
      paper('thoi-gian-xu-ly-11-tran-mua', 'Thời gian xử lý của 11 trận mưa', 'APPLICATION'),
    ],
    submittedDaysAgo: 438, formalCheck: { daysAgo: 421 },
    evaluation: {
      quality: { novelty: 78, effectiveness: 82, replicability: 88 },
      comments: {
        'ngo-bich-hao': 'Người dân tham gia thực chất. Nên dùng cho cả cây đổ, mất nắp cống.',
        'cao-minh-hue': 'Phản hồi “đã xử lý” tạo được niềm tin.',
      },
    },
  },
  {
    key: 'vach-via-he', campaign: 'dang-mo', state: 'REJECTED_FORMALLY',
    title: 'Sơ đồ vạch màu phân khu vỉa hè cho người đi bộ, để xe và bán hàng',
    kind: 'MANAGEMENT', field: 'MT', unit: 'kinh-te', stateFunded: true, firstAppliedDaysAgo: 196, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Ba tuyến phố trung tâm có vỉa hè rộng từ ba đến năm mét nhưng xe máy và hàng quán chiếm gần hết, người đi bộ phải xuống lòng đường. Mỗi tháng phường xử phạt khoảng 40 trường hợp nhưng tình trạng vẫn tái diễn.',
      content: 'Phòng khảo sát bề rộng từng đoạn và lập sơ đồ ba dải: dải trong để xe, dải giữa cho người đi bộ tối thiểu 1,5 mét, dải ngoài cho cây xanh. Vạch màu được kẻ theo sơ đồ sau khi lấy ý kiến hộ mặt phố. Mỗi đoạn 50 mét có một hộ tự quản nhắc nhở trước khi lực lượng chức năng xử lý. Vi phạm được ghi theo đoạn để tìm nguyên nhân. Đoạn giữ tốt ba tháng được ưu tiên lát lại vỉa hè.',
      novelty: 'Phân khu theo bề rộng thật của từng đoạn và có hộ tự quản, thay cho một vạch kẻ chung toàn tuyến.',
      conditions: 'Kinh phí sơn kẻ khoảng 45 triệu đồng cho ba tuyến, thống nhất với các hộ mặt phố.',
      benefitAuthor: 'Số trường hợp phải xử phạt giảm từ 40 còn 13 mỗi tháng; người đi bộ có lối đi liên tục trên 82% chiều dài.',
      benefitAdopters: 'Các hộ kinh doanh cho biết khách dễ vào hơn khi vỉa hè thông thoáng.',
    },
    publicSummary: 'Vạch màu chia vỉa hè thành ba dải theo bề rộng thật của từng đoạn, có hộ tự quản nhắc nhở.',
    authors: [author('le-viet-hoan', 7000), author('ta-hong-son', 3000)],
    adopters: [adopter('phan-dinh-trong', 'Phối hợp nhắc nhở, xử lý vi phạm')],
    applications: [
      {
        unit: 'kinh-te', fromDaysAgo: 196, status: 'APPLIED', benefit: notCountable, confirmedBy: 'do-trong-nghia',
        measures: [measure('Trường hợp phải xử phạt', 'trường hợp/tháng', 40, 13, '3 tháng trước và 3 tháng sau', 'Sổ xử phạt')],
      },
    ],
    evidence: [image('so-do-ba-dai-via-he', 'Sơ đồ ba dải vỉa hè', 'CONTENT'), paper('ke-hoach-ra-quan', 'Kế hoạch ra quân trật tự vỉa hè', 'APPLICATION')],
    submittedDaysAgo: 25,
    formalCheck: {
      daysAgo: 15,
      rejection: {
        reason: 'FILED_LATE',
        note: 'Đơn ghi ngày áp dụng lần đầu theo đợt kẻ lại vạch, nhưng kế hoạch ra quân kèm theo hồ sơ cho thấy giải pháp đã được áp dụng chính thức trên ba tuyến phố từ hơn một năm trước ngày nộp đơn.',
      },
    },
  },
  {
    key: 'den-ngo', campaign: 'dang-mo', state: 'DRAFT',
    title: 'Đánh số cột đèn chiếu sáng ngõ và báo hỏng bằng mã QR',
    kind: 'TECHNICAL', field: 'MT', unit: 'kinh-te', stateFunded: true, firstAppliedDaysAgo: 64, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Phường quản lý 1.140 bóng đèn ngõ. Người dân báo hỏng qua điện thoại nhưng không mô tả được cột nào, thợ phải đi tìm buổi tối, trung bình sáu ngày mới thay xong.',
      content: 'Mỗi cột đèn được sơn một số gồm mã tổ dân phố và số thứ tự, kèm tem QR chống nước ở độ cao 1,6 mét. Quét tem sẽ mở biểu mẫu có sẵn số cột, người báo chỉ chọn một trong bốn tình trạng. Danh sách được gom theo tuyến vào 16 giờ để thợ đi một lượt. Thợ quét lại tem khi thay xong, hệ thống tính thời gian xử lý và số lần hỏng của từng cột. Cột hỏng quá ba lần trong sáu tháng được kiểm tra đường dây.',
      novelty: 'Số cột gắn với lịch sử hỏng nên thay được nguyên nhân chứ không chỉ thay bóng.',
      conditions: 'Tem khoảng 6.000 đồng một chiếc, đánh số do đoàn viên thực hiện trong hai ngày Chủ nhật.',
      benefitAuthor: 'Ở 180 cột thí điểm, thời gian thay bóng giảm từ 6 còn 2 ngày.',
      benefitAdopters: 'Thợ điện không phải đi tìm buổi tối.',
    },
    publicSummary: 'Cột đèn ngõ được đánh số và gắn mã QR để người dân báo hỏng đúng cột, thợ thay theo tuyến trong hai ngày.',
    authors: [author('ta-hong-son', 6500), author('nguyen-manh-khoi', 3500)],
    adopters: [adopter('nguyen-viet-thuan', 'Rà soát và đánh số 62 cột của Tổ dân phố số 7')],
    applications: [
      {
        unit: 'to-dan-pho-7', fromDaysAgo: 64, status: 'TRIAL', benefit: notCountable,
        measures: [measure('Thời gian từ khi báo đến khi thay bóng', 'ngày', 6, 2, 'Bình quân 20 lượt trước và 14 lượt sau', 'Sổ giao việc')],
      },
    ],
    evidence: [image('cot-den-danh-so', 'Cột đèn đã đánh số và dán tem', 'CONTENT')],
  },
  {
    key: 'canh-bao-lua-dao', campaign: 'da-quyet-dinh', state: 'RECOGNISED',
    title: 'Bản tin 60 giây cảnh báo lừa đảo trực tuyến dựng từ tin báo thật của người dân',
    kind: 'OPERATIONAL', field: 'ANQP', unit: 'cong-an', stateFunded: true, firstAppliedDaysAgo: 340, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Năm trước phường có 38 vụ lừa đảo trực tuyến trình báo với tổng thiệt hại hơn 4 tỷ đồng, hai phần ba nạn nhân trên 50 tuổi. Bài cảnh báo dài đăng trên trang của phường chỉ có vài chục lượt xem. Người dân thường chỉ trình báo sau khi đã mất tiền.',
      content: 'Người dân gửi tin nhắn, cuộc gọi nghi ngờ qua một số điện thoại của Công an phường; cán bộ trả lời trong ngày là an toàn hay lừa đảo. Thủ đoạn mới xuất hiện từ ba tin báo trở lên được dựng thành bản tin 60 giây theo khuôn: kẻ gian nói gì, dấu hiệu nào, ta làm gì. Bản tin do Trung tâm Dịch vụ sự nghiệp công đọc bằng giọng quen thuộc của đài phường, phát trên loa lúc 17 giờ và gửi vào nhóm Zalo của 31 tổ dân phố trong vòng 24 giờ. Cuối bản tin có một câu hỏi để con cháu hỏi ông bà. Mỗi tháng, tổ kiểm tra gọi thử 50 người tình nguyện để đo khả năng nhận biết. Chi tiết nhận dạng của người báo tin được loại bỏ trước khi dựng.',
      novelty: 'Nội dung đến từ tin báo thật tại phường và ra bản tin trong 24 giờ, có đo khả năng nhận biết bằng cuộc gọi thử; trước đây chỉ đăng lại cảnh báo chung.',
      conditions: 'Một số điện thoại trực, phòng thu của đài phường, người tình nguyện đồng ý nhận cuộc gọi thử.',
      benefitAuthor: 'Trong bảy tháng chỉ còn 9 vụ, thiệt hại 540 triệu đồng; có 27 người dừng chuyển tiền sau khi hỏi lại Công an phường.',
      benefitAdopters: 'Tổ trưởng dân phố cho biết người cao tuổi nhớ bản tin nhờ câu hỏi cuối và thường kể cho nhau nghe.',
    },
    confidentialParts: 'Kịch bản cuộc gọi thử và dấu hiệu nhận dạng đường dây đang xác minh không được công bố để tránh đối tượng thay đổi thủ đoạn.',
    publicSummary: 'Tin báo thật của người dân trở thành bản tin 60 giây phát trên loa và Zalo trong 24 giờ; số vụ lừa đảo trình báo giảm rõ rệt.',
    authors: [author('trinh-quoc-bao', 6000), author('lam-tung-bach', 4000)],
    adopters: [adopter('phan-dinh-trong', 'Tiếp nhận tin báo và trả lời trong ngày'), adopter('nguyen-viet-thuan', 'Phát bản tin và lấy ý kiến tại Tổ dân phố số 7')],
    applications: [
      {
        unit: 'cong-an', fromDaysAgo: 340, status: 'APPLIED', benefit: estimated(900_000_000), confirmedBy: 'luong-ba-quyet',
        measures: [
          measure('Vụ lừa đảo trực tuyến trình báo', 'vụ/7 tháng', 22, 9, 'Cùng kỳ năm trước và 7 tháng áp dụng', 'Sổ tiếp nhận tin báo'),
          measure('Người nhận biết đúng cuộc gọi thử', '%', 44, 86, '50 người mỗi tháng, tháng đầu và tháng thứ bảy', 'Biên bản gọi thử'),
        ],
      },
      {
        unit: 'su-nghiep', fromDaysAgo: 335, status: 'APPLIED', benefit: notCountable, confirmedBy: 'vuong-thanh-nga',
        measures: [measure('Lượt xem bình quân một cảnh báo', 'lượt', 60, 2350, '10 bài trước và 26 bản tin', 'Thống kê trang Zalo')],
      },
    ],
    evidence: [
      paper('khuon-ban-tin-60-giay', 'Khuôn bản tin 60 giây', 'CONTENT'),
      secretPaper('kich-ban-goi-thu', 'Kịch bản cuộc gọi thử', 'CONTENT'),
      confirmation('xac-nhan-cong-an-phuong', 'Xác nhận của Công an phường'),
    ],
    submittedDaysAgo: 232, formalCheck: { daysAgo: 216 },
    evaluation: {
      quality: { novelty: 72, effectiveness: 73, replicability: 70 },
      comments: {
        'ngo-bich-hao': 'Thiết thực với người cao tuổi. Số tiền làm lợi là ước tính, cần thận trọng khi công bố.',
        'do-trong-nghia': 'Khó tách tác động của bản tin khỏi các đợt tuyên truyền chung của thành phố.',
        'ha-ngoc-binh': 'Ngắn, dễ nhớ, đã vào được sinh hoạt của tổ dân phố.',
      },
    },
  },
  {
    key: 'di-tich-giong-hoc-sinh', campaign: 'dang-mo', state: 'SUBMITTED',
    title: 'Thuyết minh di tích bằng giọng học sinh qua mã QR',
    kind: 'TECH_APPLICATION', field: 'VHXH', unit: 'vhxh', stateFunded: true, firstAppliedDaysAgo: 205, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Phường có sáu di tích đã xếp hạng nhưng bảng giới thiệu chữ nhỏ, chỉ có tiếng Việt, khách đến lẻ không có người thuyết minh. Khảo sát 210 học sinh thấy chỉ 31% kể được một câu chuyện về di tích gần nhà.',
      content: 'Phòng cùng giáo viên Ngữ văn và Đoàn Thanh niên chọn mỗi di tích bốn câu chuyện ngắn, có nguồn và được ban quản lý di tích duyệt. Học sinh viết lại theo cách kể của mình, thu âm bản tiếng Việt và bản tiếng Anh dài không quá 90 giây. Mỗi câu chuyện gắn một mã QR nhỏ đúng vị trí được nhắc tới, kèm bản chữ lớn cho người khiếm thính và người lớn tuổi. Khách nghe xong có thể chọn một trong ba câu đố để nhận huy hiệu điện tử. Học sinh được cha mẹ đồng ý mới ghi tên lớp; giọng đọc được lưu trên trang của phường. Mỗi học kỳ đổi một phần ba số câu chuyện để các lớp sau tiếp tục tham gia.',
      novelty: 'Học sinh là người kể chuyện thay cho thuyết minh một chiều; câu chuyện gắn đúng vị trí và đổi theo học kỳ.',
      conditions: 'Phòng thu của đài phường hoặc điện thoại, biển mica 25.000 đồng một chiếc, phiếu đồng ý của phụ huynh.',
      benefitAuthor: 'Sau sáu tháng có 6.400 lượt nghe; tỷ lệ học sinh kể được câu chuyện về di tích tăng từ 31% lên 78%.',
      benefitAdopters: 'Ban quản lý di tích cho biết khách ở lại lâu hơn, trung bình 35 phút so với 15 phút.',
    },
    publicSummary: 'Hai mươi bốn câu chuyện về sáu di tích được học sinh kể bằng tiếng Việt và tiếng Anh, nghe qua mã QR gắn đúng vị trí.',
    authors: [author('nguyen-huu-loc', 4000), author('le-cam-tu', 3500), author('nguyen-manh-khoi', 2500)],
    adopters: [adopter('lam-tung-bach', 'Thu âm, biên tập và đưa lên trang của phường')],
    applications: [
      {
        unit: 'vhxh', fromDaysAgo: 205, status: 'APPLIED', benefit: notCountable,
        measures: [
          measure('Học sinh kể được một câu chuyện về di tích', '%', 31, 78, 'Khảo sát 210 học sinh trước và sau', 'Phiếu khảo sát của hai trường'),
          measure('Thời gian khách ở lại di tích', 'phút', 15, 35, 'Quan sát 60 lượt khách', 'Sổ của ban quản lý di tích'),
        ],
      },
    ],
    evidence: [image('bien-qr-tai-di-tich', 'Biển mã QR tại một di tích', 'CONTENT'), paper('mau-phieu-dong-y-phu-huynh', 'Mẫu phiếu đồng ý của phụ huynh', 'GENERAL')],
    submittedDaysAgo: 2,
  },
];
