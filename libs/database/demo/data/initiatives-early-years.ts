import { adopter, author, confirmation, counted, estimated, image, measure, notCountable, paper } from './build.js';
import type { DemoInitiative } from './types.js';

/** Kindergartens and the first reading years. */
export const earlyYearsInitiatives: readonly DemoInitiative[] = [
  {
    key: 'thuc-don-tuan', campaign: 'da-quyet-dinh', state: 'RECOGNISED',
    title: 'Xây dựng thực đơn tuần cân đối dinh dưỡng theo mùa bằng bảng tính dùng chung tại trường mầm non',
    kind: 'MANAGEMENT', field: 'GD', unit: 'mn-cua-song', stateFunded: true, firstAppliedDaysAgo: 425, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Thực đơn của trường lặp lại hai tuần một lần và được tính khẩu phần bằng tay, mỗi tuần mất gần một ngày công. Kiểm tra 20 thực đơn thấy 8 thực đơn thiếu canxi và 6 thực đơn thừa đạm động vật so với khuyến nghị. Trung bình mỗi ngày còn lại 11 kg thức ăn thừa của 285 trẻ.',
      content: 'Nhà trường lập bảng tính gồm 140 món quen thuộc với định lượng cho một trẻ, giá theo mùa và thành phần dinh dưỡng lấy từ bảng thành phần thực phẩm Việt Nam. Khi chọn món cho năm ngày, bảng tự cộng năng lượng, các chất chính và tiền ăn, tô màu chỉ tiêu thiếu hoặc thừa. Bếp trưởng chọn món theo danh sách rau củ đang vào mùa do chợ địa phương báo giá sáng thứ Năm. Sau bữa ăn, giáo viên cân phần thừa theo lớp và chấm một trong ba mức cho món ăn. Món bị chấm thấp hai lần liên tiếp được đổi cách chế biến hoặc thay thế. Thực đơn kèm ảnh được gửi phụ huynh vào chiều thứ Sáu.',
      novelty: 'Bảng tính gắn ba việc vốn tách rời là dinh dưỡng, giá theo mùa và phản hồi của trẻ; nhà trường chưa từng dùng số cân thức ăn thừa để điều chỉnh thực đơn.',
      conditions: 'Một máy tính, một cân bàn cho mỗi khối lớp; nhân viên nuôi dưỡng được hướng dẫn hai buổi.',
      benefitAuthor: 'Thức ăn thừa giảm từ 11 kg còn 4 kg mỗi ngày, 100% thực đơn đạt khuyến nghị về năng lượng và canxi, tiết kiệm khoảng 5,2 triệu đồng mỗi tháng để bổ sung bữa phụ.',
      benefitAdopters: 'Dược sĩ Trạm Y tế nhận xét tỷ lệ trẻ thừa cân giảm nhẹ sau một học kỳ; phụ huynh chủ động nấu bữa tối không trùng món.',
    },
    publicSummary: 'Bảng tính 140 món giúp trường mầm non lập thực đơn tuần đủ chất, theo mùa và theo phản hồi của trẻ; thức ăn thừa giảm từ 11 kg còn 4 kg mỗi ngày.',
    authors: [author('truong-my-hanh', 7000), author('dang-hoai-thu', 3000)],
    adopters: [adopter('phan-thao-van', 'Dùng thử bảng tính tại Trường Mầm non Sao Biển Xanh và góp ý định lượng trẻ 3 tuổi')],
    applications: [
      {
        unit: 'mn-cua-song', fromDaysAgo: 425, status: 'APPLIED', benefit: counted(46_800_000), confirmedBy: 'phi-ngoc-mai',
        measures: [
          measure('Thức ăn thừa mỗi ngày', 'kg', 11, 4, '8 tuần trước và 8 tuần sau', 'Sổ cân thức ăn thừa'),
          measure('Thực đơn đạt khuyến nghị về canxi', '%', 60, 100, '20 thực đơn trước và 20 thực đơn sau', 'Bảng tính khẩu phần'),
          measure('Thời gian lập thực đơn tuần', 'giờ', 7, 1.5, 'Bình quân 8 tuần', 'Nhật ký của bộ phận nuôi dưỡng'),
        ],
      },
      {
        unit: 'mn-sao-bien', fromDaysAgo: 310, status: 'APPLIED', benefit: notCountable,
        measures: [measure('Thức ăn thừa mỗi ngày', 'kg', 8, 4.5, '4 tuần trước và 4 tuần sau', 'Sổ cân thức ăn thừa')],
      },
    ],
    evidence: [
      image('bang-tinh-thuc-don', 'Bảng tính thực đơn một tuần', 'CONTENT'),
      paper('so-can-thuc-an-thua', 'Trích sổ cân thức ăn thừa 16 tuần', 'APPLICATION'),
      confirmation('xac-nhan-mam-non-cua-song', 'Xác nhận áp dụng của Trường Mầm non Cửa Sông'),
    ],
    submittedDaysAgo: 252, formalCheck: { daysAgo: 238 },
    evaluation: {
      quality: { novelty: 78, effectiveness: 86, replicability: 84 },
      comments: {
        'do-hai-van': 'Rất thực tế, trường nào có bếp ăn bán trú cũng dùng được ngay.',
        'ngo-bich-hao': 'Đề nghị Phòng Văn hóa – Xã hội tổ chức chuyên đề để các trường mầm non học tập.',
        'do-trong-nghia': 'Số tiền tiết kiệm có chứng từ, đáng tin cậy.',
      },
    },
  },
  {
    key: 'goc-toan-tai-che', campaign: 'dang-cham', state: 'UNDER_EVALUATION',
    title: 'Góc chơi làm quen với toán từ vật liệu tái chế cho trẻ 4–5 tuổi',
    kind: 'OPERATIONAL', field: 'GD', unit: 'mn-phuong-do', stateFunded: true, firstAppliedDaysAgo: 246, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Đồ chơi toán của lớp chủ yếu là bộ nhựa mua sẵn, 34 trẻ phải chơi chung ba bộ nên thời gian chờ dài. Đầu năm học, chỉ 15 trẻ so sánh đúng nhóm nhiều hơn, ít hơn trong phạm vi 5. Trẻ nhanh chán vì trò chơi không thay đổi.',
      content: 'Giáo viên cùng phụ huynh thu gom nắp chai, lõi giấy, khay trứng, hộp sữa đã rửa sạch và phân loại theo màu, kích thước. Từ đó lớp làm 18 trò chơi theo bốn chủ đề: đếm, so sánh, xếp quy tắc và nhận biết hình. Mỗi trò chơi có thẻ ba mức khó để trẻ tự chọn, mặt sau thẻ là cách chơi bằng hình. Mỗi tuần thay bốn trò, trò cũ chuyển sang lớp bên cạnh theo lịch luân phiên. Giáo viên ghi phiếu quan sát cho năm trẻ mỗi ngày để biết trẻ nào cần hỗ trợ thêm. Trẻ được rủ phụ huynh chơi trong giờ đón.',
      novelty: 'Trò chơi có ba mức khó do trẻ tự chọn và luân chuyển giữa các lớp theo lịch, thay cho bộ đồ chơi cố định.',
      conditions: 'Vật liệu sạch, không sắc cạnh, được khử khuẩn; một tủ mở; 30 phút mỗi tuần để thay trò chơi.',
      benefitAuthor: 'Cuối học kỳ, 31 trong 34 trẻ so sánh đúng trong phạm vi 5; chi phí đồ chơi toán của lớp giảm khoảng 3,5 triệu đồng mỗi năm.',
      benefitAdopters: 'Hai lớp cùng khối áp dụng cho biết trẻ tập trung chơi lâu hơn, trung bình 18 phút so với 9 phút.',
    },
    publicSummary: 'Mười tám trò chơi toán làm từ vật liệu tái chế, mỗi trò ba mức khó để trẻ tự chọn và luân chuyển giữa các lớp.',
    authors: [author('luu-hong-gam', 10000)],
    adopters: [adopter('dang-thuy-mien', 'Bố trí lịch luân chuyển trò chơi giữa các lớp cùng khối')],
    applications: [
      {
        unit: 'mn-phuong-do', fromDaysAgo: 246, status: 'APPLIED', benefit: counted(10_500_000), confirmedBy: 'dang-thuy-mien',
        measures: [
          measure('Trẻ so sánh đúng số lượng trong phạm vi 5', 'trẻ/34 trẻ', 15, 31, 'Đầu và cuối học kỳ', 'Phiếu quan sát trẻ'),
          measure('Thời gian trẻ tập trung chơi', 'phút', 9, 18, 'Bình quân 2 tuần', 'Phiếu quan sát của hai lớp cùng khối'),
        ],
      },
    ],
    evidence: [image('ke-tro-choi-toan', 'Kệ trò chơi toán của lớp', 'CONTENT'), paper('phieu-quan-sat', 'Mẫu và tổng hợp phiếu quan sát, không có tên trẻ', 'APPLICATION')],
    submittedDaysAgo: 101, formalCheck: { daysAgo: 84 },
    evaluation: {
      quality: { novelty: 68, effectiveness: 76, replicability: 84 },
      submittedBy: ['ngo-bich-hao', 'doan-minh-chau', 'do-hai-van'], draftBy: ['ha-ngoc-binh'],
      comments: { 'do-hai-van': 'Ba mức khó trên cùng một trò chơi là ý hay. Tính mới ở mức khá vì đồ chơi tái chế đã phổ biến.' },
    },
  },
  {
    key: 'nhat-ky-the-hinh', campaign: 'dang-mo', state: 'SUPPLEMENT_REQUIRED',
    title: 'Nhật ký một phút: trao đổi với phụ huynh hằng ngày bằng thẻ hình tại lớp 3–4 tuổi',
    kind: 'OPERATIONAL', field: 'GD', unit: 'mn-sao-bien', stateFunded: true, firstAppliedDaysAgo: 98, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Giờ trả trẻ chỉ khoảng 40 phút cho 30 phụ huynh, mỗi người nói chuyện với cô chưa đến một phút. Phụ huynh thường chỉ biết con “ăn ngoan hay không”, khó phối hợp khi trẻ mệt hoặc bỏ bữa.',
      content: 'Lớp dùng bộ 12 thẻ hình thể hiện bữa ăn, giấc ngủ, tâm trạng, vệ sinh và một việc trẻ làm được trong ngày. Trước giờ trả trẻ, cô gắn ba đến năm thẻ lên ô của từng trẻ ở bảng cạnh cửa lớp, trẻ lớn có thể tự gắn. Phụ huynh nhìn bảng, nếu cần trao đổi thêm thì lấy thẻ “hẹn cô”. Cuối tuần, cô chụp bảng và ghi ba trẻ cần chú ý để trao đổi riêng. Ô của trẻ dùng ký hiệu con vật, không ghi họ tên.',
      novelty: 'Thông tin hằng ngày được thể hiện bằng hình để cả trẻ, ông bà và phụ huynh đều đọc được; trẻ tham gia tự đánh giá.',
      conditions: 'Một bảng nỉ, bộ thẻ ép plastic khoảng 180.000 đồng cho một lớp.',
      benefitAuthor: 'Phụ huynh nắm được tình hình của con mỗi ngày; trẻ thích tự gắn thẻ và nói về ngày của mình.',
      benefitAdopters: 'Lớp bên cạnh dùng thử hai tuần và nhận phản hồi tốt từ phụ huynh.',
    },
    publicSummary: 'Bảng thẻ hình cạnh cửa lớp cho phụ huynh biết bữa ăn, giấc ngủ và niềm vui trong ngày của con chỉ trong một phút.',
    authors: [author('phan-thao-van', 10000)],
    adopters: [],
    applications: [
      {
        unit: 'mn-sao-bien', fromDaysAgo: 98, status: 'TRIAL', benefit: notCountable,
        measures: [measure('Phụ huynh cho biết nắm rõ tình hình trong ngày của con', '%', 45, 90, 'Phiếu hỏi 30 phụ huynh', 'Phiếu hỏi của lớp')],
      },
    ],
    evidence: [image('bang-the-hinh', 'Bảng thẻ hình cạnh cửa lớp', 'CONTENT')],
    submittedDaysAgo: 16,
    formalCheck: {
      daysAgo: 5,
      faults: [
        { reason: 'EVIDENCE_PERSONAL_DATA', note: 'Ảnh bảng thẻ có khuôn mặt của ba trẻ. Vui lòng chụp lại khi không có trẻ hoặc bổ sung phiếu đồng ý của cha mẹ.' },
        { reason: 'CONFIRMATION_MISSING', note: 'Thiếu giấy xác nhận của Hiệu trưởng về việc áp dụng tại lớp.' },
        { reason: 'BENEFIT_UNSUPPORTED', note: 'Vui lòng đính kèm mẫu phiếu hỏi và bảng tổng hợp trả lời.' },
      ],
    },
  },
  {
    key: 'lan-don-tre', campaign: 'nam-truoc', state: 'RECOGNISED',
    title: 'Phân luồng đón, trả trẻ bằng vạch màu và khung giờ theo lớp trước cổng trường mầm non',
    kind: 'MANAGEMENT', field: 'ANQP', unit: 'mn-phuong-do', stateFunded: true, firstAppliedDaysAgo: 590, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Cổng trường nằm trên đường rộng 5,5 mét. Từ 16 giờ 30 đến 17 giờ, hơn 300 xe máy dừng kín lòng đường, trung bình mỗi tháng có hai vụ va quệt nhẹ và đường bị ùn khoảng 25 phút mỗi chiều.',
      content: 'Nhà trường và Công an phường kẻ ba làn vạch màu trước cổng: làn xanh dừng không quá hai phút, làn vàng chờ, làn trắng cho người đi bộ. Các lớp được chia thành ba khung giờ cách nhau mười phút, lớp bé ra trước. Giáo viên đưa trẻ ra điểm đứng cùng màu với thẻ đón của lớp. Hai phụ huynh tình nguyện mỗi tuần mặc áo phản quang hướng dẫn xe vào làn. Công an khu vực có mặt trong tuần đầu và một buổi ngẫu nhiên mỗi tháng. Trời mưa thì áp dụng phương án đón ở sân trong theo sơ đồ riêng.',
      novelty: 'Kết hợp vạch màu, khung giờ và thẻ đón theo lớp; trước đó nhà trường chỉ nhắc phụ huynh dừng xe gọn.',
      conditions: 'Sơn kẻ vạch khoảng 4 triệu đồng; thống nhất với phụ huynh tại cuộc họp đầu năm; có phương án trời mưa.',
      benefitAuthor: 'Thời gian ùn trước cổng giảm từ 25 phút còn 8 phút, từ khi áp dụng không còn va quệt.',
      benefitAdopters: 'Công an phường giảm lượt phải cử cán bộ đứng điều tiết buổi chiều.',
    },
    publicSummary: 'Vạch màu, khung giờ theo lớp và thẻ đón giúp cổng trường mầm non bớt ùn từ 25 phút còn 8 phút mỗi chiều.',
    authors: [author('luu-hong-gam', 5500), author('phan-dinh-trong', 4500)],
    adopters: [adopter('luong-ba-quyet', 'Chỉ đạo tuần ra quân và thống nhất phương án trời mưa')],
    applications: [
      {
        unit: 'mn-phuong-do', fromDaysAgo: 590, status: 'APPLIED', benefit: notCountable, confirmedBy: 'dang-thuy-mien',
        measures: [
          measure('Thời gian ùn trước cổng mỗi chiều', 'phút', 25, 8, '4 tuần trước và 4 tuần sau', 'Nhật ký bảo vệ'),
          measure('Vụ va quệt trước cổng', 'vụ/tháng', 2, 0, '3 tháng trước và 3 tháng sau', 'Nhật ký bảo vệ'),
        ],
      },
      {
        unit: 'th-song-cam', fromDaysAgo: 520, status: 'APPLIED', benefit: notCountable, confirmedBy: 'pham-thu-giang',
        measures: [measure('Thời gian ùn trước cổng mỗi chiều', 'phút', 30, 14, '2 tuần trước và 2 tuần sau', 'Nhật ký bảo vệ')],
      },
    ],
    evidence: [image('so-do-ba-lan', 'Sơ đồ ba làn trước cổng trường', 'CONTENT'), confirmation('xac-nhan-hai-truong', 'Xác nhận áp dụng của hai trường')],
    submittedDaysAgo: 441, formalCheck: { daysAgo: 424 },
    evaluation: {
      quality: { novelty: 66, effectiveness: 78, replicability: 90 },
      comments: {
        'do-trong-nghia': 'Chi phí rất thấp so với kết quả. Đã có trường thứ hai làm theo.',
        'ha-ngoc-binh': 'Phụ huynh ủng hộ, nên nhân rộng ra các trường trên trục đường chính.',
      },
    },
  },
  {
    key: 'goc-doc-hanh-lang', campaign: 'da-quyet-dinh', state: 'RECOGNISED',
    title: 'Góc đọc hành lang và phiếu “mỗi tuần một cuốn” cho học sinh tiểu học',
    kind: 'OPERATIONAL', field: 'GD', unit: 'th-phuong-vi', stateFunded: true, firstAppliedDaysAgo: 402, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Thư viện của trường ở tầng ba, mở cửa trong giờ học nên mỗi học sinh trung bình chỉ mượn 0,6 cuốn mỗi tháng. Gần 900 đầu sách thiếu nhi được tặng vẫn nằm trong kho. Giờ ra chơi trời mưa, học sinh chạy nhảy ở hành lang dễ ngã.',
      content: 'Trường đặt 14 kệ thấp bằng gỗ pallet ở hành lang mỗi tầng, mỗi kệ 40 cuốn chọn theo khối lớp và đổi kệ ba tuần một lần. Sách không khóa, học sinh tự lấy và tự trả, bìa dán chấm màu theo độ khó. Mỗi em có phiếu “mỗi tuần một cuốn” gồm ba ô: em thích gì, một từ mới, em muốn kể cho ai. Phiếu được dán vào cây sách của lớp, giáo viên đọc năm phiếu mỗi ngày và mời một em kể trước lớp trong ba phút. Đội “thủ thư nhí” gồm học sinh lớp 4, 5 kiểm kệ vào thứ Sáu, ghi sách mất và sách cần dán lại. Thư viện dùng số liệu chấm màu để chọn sách mua mới.',
      novelty: 'Đưa sách ra nơi học sinh đi qua hằng ngày, mượn theo tinh thần tự giác, gắn với phiếu ngắn và học sinh quản lý kệ.',
      conditions: 'Kệ đóng từ pallet khoảng 350.000 đồng một chiếc do phụ huynh hỗ trợ, sách có sẵn; 20 phút mỗi tuần của thủ thư nhí.',
      benefitAuthor: 'Bình quân mỗi học sinh đọc 3,4 cuốn mỗi tháng, số sách thất lạc dưới 2% một học kỳ; bài viết của học sinh khối 4, 5 dài và nhiều từ hơn.',
      benefitAdopters: 'Giáo viên chủ nhiệm cho biết giờ ra chơi trật tự hơn, số lần học sinh ngã ở hành lang giảm.',
    },
    publicSummary: 'Mười bốn kệ sách mở ở hành lang cùng phiếu đọc ngắn đưa số sách mỗi học sinh đọc từ 0,6 lên 3,4 cuốn mỗi tháng.',
    authors: [author('nguyen-bao-tram', 10000)],
    adopters: [adopter('khuc-dinh-huy', 'Bố trí kệ, phát động trong toàn trường và kêu gọi phụ huynh đóng kệ')],
    applications: [
      {
        unit: 'th-phuong-vi', fromDaysAgo: 402, status: 'APPLIED', benefit: estimated(12_000_000), confirmedBy: 'khuc-dinh-huy',
        measures: [
          measure('Sách mỗi học sinh đọc', 'cuốn/tháng', 0.6, 3.4, 'Học kỳ trước và học kỳ sau', 'Sổ mượn và phiếu đọc'),
          measure('Sách thất lạc', '%', 0, 1.8, 'Một học kỳ, sách mở không khóa', 'Biên bản kiểm kệ'),
        ],
      },
      {
        unit: 'th-song-cam', fromDaysAgo: 318, status: 'APPLIED', benefit: notCountable, confirmedBy: 'pham-thu-giang',
        measures: [measure('Sách mỗi học sinh đọc', 'cuốn/tháng', 0.9, 2.7, '2 tháng trước và 2 tháng sau', 'Phiếu đọc')],
      },
    ],
    evidence: [
      image('ke-sach-hanh-lang', 'Kệ sách ở hành lang tầng hai', 'CONTENT'),
      image('cay-sach-cua-lop', 'Cây sách dán phiếu đọc của một lớp', 'CONTENT'),
      confirmation('xac-nhan-tieu-hoc-phuong-vi', 'Xác nhận áp dụng của Trường Tiểu học Phượng Vĩ'),
    ],
    submittedDaysAgo: 239, formalCheck: { daysAgo: 224 },
    evaluation: {
      quality: { novelty: 70, effectiveness: 80, replicability: 91 },
      comments: {
        'do-hai-van': 'Mô hình ấm áp, dễ làm theo; nên có thêm kết quả đọc hiểu để chứng minh.',
        'ngo-bich-hao': 'Đã có trường thứ hai áp dụng với kết quả tương tự.',
      },
    },
  },
];
