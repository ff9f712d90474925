import { adopter, author, confirmation, counted, estimated, image, measure, notCountable, paper, secretPaper } from './build.js';
import type { DemoInitiative } from './types.js';

/** Primary and lower-secondary schools: STEM, programming, counselling. */
export const schoolInitiatives: readonly DemoInitiative[] = [
  {
    key: 'stem-tai-che', campaign: 'da-quyet-dinh', state: 'RECOGNISED',
    title: 'Chuỗi bài học STEM từ đồ tái chế gắn với môn Khoa học lớp 4',
    kind: 'OPERATIONAL', field: 'GD', unit: 'th-song-cam', stateFunded: true, firstAppliedDaysAgo: 388, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Trường không có phòng thí nghiệm, bộ đồ dùng Khoa học lớp 4 chỉ đủ cho giáo viên làm mẫu. Trong năm học trước chỉ 5 trên 70 tiết Khoa học có học sinh tự làm thí nghiệm. Học sinh nhớ kết luận nhưng ít em giải thích được vì sao.',
      content: 'Tác giả chọn 12 bài Khoa học có thể làm bằng vật liệu tái chế như lọc nước, mạch đèn, chong chóng gió, ống nghe, máng dẫn nước. Mỗi bài theo năm bước: gặp vấn đề, dự đoán, chế tạo, thử và đo, sửa lại. Vật liệu được học sinh mang từ nhà theo danh mục an toàn và cất trong “ngân hàng vật liệu” chia ngăn. Mỗi nhóm bốn em có vai trò thay đổi theo tuần và một bảng đo đơn giản để ghi ít nhất ba lần thử. Sản phẩm chưa đạt không bị chấm thấp mà được cộng điểm cho lần sửa tốt. Cuối chuỗi bài, các lớp trưng bày và giải thích cho phụ huynh. Toàn bộ kế hoạch bài dạy, phiếu đo và danh mục an toàn được đóng thành tập dùng chung.',
      novelty: 'Trước đây STEM ở trường là hoạt động ngoại khóa theo sự kiện; nay nằm trong 12 tiết chính khóa, dùng vật liệu không mất tiền và chấm điểm cho quá trình sửa.',
      conditions: 'Tủ đựng vật liệu, súng bắn keo do giáo viên giữ, danh mục vật liệu cấm; giáo viên sinh hoạt chuyên môn hai buổi trước khi dạy.',
      benefitAuthor: 'Số tiết học sinh tự làm tăng từ 5 lên 17 tiết một năm; tỷ lệ học sinh giải thích được hiện tượng trong bài kiểm tra tăng từ 41% lên 73%.',
      benefitAdopters: 'Bốn giáo viên cùng khối áp dụng cho biết thời gian chuẩn bị mỗi bài chỉ khoảng 30 phút nhờ tập kế hoạch có sẵn.',
    },
    publicSummary: 'Mười hai tiết Khoa học lớp 4 được dạy bằng đồ tái chế theo năm bước thử và sửa, số tiết học sinh tự làm tăng hơn ba lần mà không phải mua thiết bị.',
    authors: [author('vu-yen-nhi', 10000)],
    adopters: [
      adopter('pham-thu-giang', 'Xếp thời khóa biểu, duyệt danh mục vật liệu an toàn'),
      adopter('hoang-kim-oanh', 'Dạy thử bốn bài tại Trường Tiểu học Bến Cảng'),
    ],
    applications: [
      {
        unit: 'th-song-cam', fromDaysAgo: 388, status: 'APPLIED', benefit: counted(18_500_000), confirmedBy: 'pham-thu-giang',
        measures: [
          measure('Tiết Khoa học có học sinh tự làm thí nghiệm', 'tiết/năm học', 5, 17, 'Năm học trước và năm học áp dụng', 'Sổ đầu bài khối 4'),
          measure('Học sinh giải thích được hiện tượng', '%', 41, 73, '168 học sinh khối 4', 'Bài kiểm tra chung của khối'),
        ],
      },
      {
        unit: 'th-ben-cang', fromDaysAgo: 290, status: 'TRIAL', benefit: notCountable,
        measures: [measure('Tiết học sinh tự làm thí nghiệm', 'tiết/học kỳ', 2, 6, 'Học kỳ trước và học kỳ dạy thử', 'Sổ đầu bài')],
      },
    ],
    evidence: [
      paper('tap-ke-hoach-bai-day', 'Tập kế hoạch 12 bài và danh mục vật liệu an toàn', 'REPLICABILITY'),
      image('ngan-hang-vat-lieu', 'Ngân hàng vật liệu của khối 4', 'CONTENT'),
      confirmation('xac-nhan-tieu-hoc-bo-song-cam', 'Xác nhận áp dụng của Trường Tiểu học Bờ Sông Cấm'),
    ],
    submittedDaysAgo: 245, formalCheck: { daysAgo: 230 },
    evaluation: {
      quality: { novelty: 80, effectiveness: 82, replicability: 85 },
      comments: {
        'do-hai-van': 'Chấm điểm cho quá trình sửa là thay đổi đáng quý. Nên thử tiếp với khối 5.',
        'hoang-gia-bach': 'Tài liệu đóng tập đầy đủ nên khả năng nhân rộng cao.',
        'cao-minh-hue': 'Số liệu trước và sau rõ, mẫu đủ lớn.',
      },
    },
  },
  {
    key: 'thi-nghiem-quang-hoc', campaign: 'dang-cham', state: 'UNDER_EVALUATION',
    title: 'Bộ thí nghiệm quang học chi phí thấp dùng điện thoại làm cảm biến đo độ rọi',
    kind: 'TECHNICAL', field: 'GD', unit: 'thcs-hai-dang', stateFunded: true, firstAppliedDaysAgo: 222, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Trường có bốn bộ quang học nhưng hai bộ đã hỏng nguồn sáng, học sinh lớp 7 và lớp 9 thực hành theo nhóm mười hai em. Kết quả đo bằng mắt nên sai số lớn, nhiều nhóm chép số liệu của nhau.',
      content: 'Bộ thí nghiệm gồm hộp gỗ ép cắt sẵn, đèn LED một màu, khe hẹp in 3D, thấu kính tháo từ kính lúp và giá giữ điện thoại. Cảm biến ánh sáng của điện thoại đo độ rọi qua một ứng dụng miễn phí, số liệu được chép vào bảng tính của nhóm. Học sinh khảo sát năm nội dung: truyền thẳng, phản xạ, khúc xạ, thấu kính hội tụ và suy giảm ánh sáng theo khoảng cách. Hộp có thước và góc in sẵn nên lắp xong trong bốn phút. Phiếu học tập yêu cầu đo năm lần và vẽ sai số. Bản vẽ cắt, danh mục linh kiện và cách hiệu chỉnh từng loại điện thoại được đóng thành bộ tài liệu.',
      novelty: 'Thay nguồn sáng và quang kế chuyên dụng bằng linh kiện dưới 190.000 đồng một bộ, có quy trình hiệu chỉnh cho từng dòng điện thoại mà tài liệu trước đây không nêu.',
      conditions: 'Mỗi nhóm một điện thoại do giáo viên quản lý; cắt gỗ tại xưởng địa phương; phòng học có rèm.',
      benefitAuthor: 'Nhóm thực hành giảm từ 12 còn 4 học sinh, sai số trung bình của phép đo tiêu cự giảm từ 14% còn 5%; kinh phí cho 10 bộ bằng chưa đến một nửa giá một bộ mua mới.',
      benefitAdopters: 'Giáo viên cùng tổ cho biết thời gian lắp đặt ngắn nên làm trọn bài trong một tiết.',
    },
    publicSummary: 'Bộ thí nghiệm quang học dưới 190.000 đồng dùng điện thoại đo ánh sáng, giúp mỗi nhóm chỉ còn bốn học sinh và phép đo chính xác hơn.',
    authors: [author('bui-quang-hien', 7000), author('do-hai-van', 3000)],
    adopters: [adopter('nguyen-duy-phong', 'Dạy thử tại Trường THCS Ánh Dương và lập bảng hiệu chỉnh điện thoại')],
    applications: [
      {
        unit: 'thcs-hai-dang', fromDaysAgo: 222, status: 'APPLIED', benefit: counted(41_000_000),
        measures: [
          measure('Học sinh mỗi nhóm thực hành', 'học sinh', 12, 4, 'Trước và sau khi có 10 bộ', 'Kế hoạch thực hành của tổ'),
          measure('Sai số trung bình phép đo tiêu cự', '%', 14, 5, '8 lớp trước và 8 lớp sau', 'Phiếu thực hành'),
        ],
      },
      {
        unit: 'thcs-anh-duong', fromDaysAgo: 160, status: 'TRIAL', benefit: notCountable,
        measures: [measure('Sai số trung bình phép đo tiêu cự', '%', 15, 6, '3 lớp dạy thử', 'Phiếu thực hành')],
      },
    ],
    evidence: [image('hop-thi-nghiem', 'Hộp thí nghiệm đã lắp', 'CONTENT'), paper('ban-ve-va-linh-kien', 'Bản vẽ cắt và danh mục linh kiện', 'REPLICABILITY')],
    submittedDaysAgo: 92, formalCheck: { daysAgo: 76 },
    evaluation: {
      quality: { novelty: 86, effectiveness: 80, replicability: 79 },
      submittedBy: ['ngo-bich-hao', 'hoang-gia-bach', 'doan-minh-chau', 'cao-minh-hue'], draftBy: ['do-trong-nghia'],
      comments: {
        'ngo-bich-hao': 'Sản phẩm hoàn chỉnh, có thể giới thiệu tham gia hội thi cấp thành phố.',
        'cao-minh-hue': 'Đề nghị làm rõ cách quản lý điện thoại của học sinh trong giờ học.',
      },
    },
  },
  {
    key: 'bai-tap-scratch', campaign: 'dang-mo', state: 'DRAFT',
    title: 'Kho bài tập lập trình Scratch theo bốn mức độ có phản hồi tự động',
    kind: 'TECHNICAL', field: 'GD', unit: 'thcs-hai-dang', stateFunded: true, firstAppliedDaysAgo: 82, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Một lớp Tin học có 42 học sinh với trình độ chênh lệch, giáo viên không kịp xem bài từng em trong tiết. Em khá làm xong ngồi chờ, em yếu chép bài của bạn.',
      content: 'Kho gồm 60 bài chia bốn mức: làm theo, sửa lỗi, mở rộng và tự thiết kế. Mỗi bài kèm một tệp kiểm tra để học sinh tự chạy thử ba tình huống và nhận câu gợi ý khi chưa đúng. Học sinh tự chọn mức, được chuyển mức khi hoàn thành ba bài liên tiếp. Giáo viên nhìn bảng tổng hợp để biết em nào đứng yên quá mười phút và đến hỗ trợ. Bài làm được lưu trên máy của trường, không yêu cầu học sinh tạo tài khoản.',
      novelty: 'Phản hồi tự động ngay trên Scratch mà không cần máy chủ hay tài khoản, mức độ do học sinh tự chọn.',
      conditions: 'Phòng máy hiện có của trường, phần mềm Scratch bản cài đặt, kho bài trong thư mục dùng chung.',
      benefitAuthor: 'Trong sáu tuần dạy thử, số bài hoàn thành trung bình mỗi học sinh tăng từ 4 lên 9 bài.',
      benefitAdopters: 'Học sinh lớp 6 cho biết thích tự chọn mức và không ngại hỏi khi sai.',
    },
    publicSummary: 'Sáu mươi bài tập Scratch bốn mức độ, học sinh tự chạy thử và nhận gợi ý ngay, giáo viên biết em nào cần hỗ trợ.',
    authors: [author('tran-nha-uyen', 10000)],
    adopters: [adopter('bui-quang-hien', 'Góp ý bài tập gắn với môn Khoa học tự nhiên')],
    applications: [
      {
        unit: 'thcs-hai-dang', fromDaysAgo: 82, status: 'TRIAL', benefit: notCountable,
        measures: [measure('Bài tập hoàn thành trong 6 tuần', 'bài/học sinh', 4, 9, 'Lớp đối chứng và lớp dạy thử', 'Thư mục bài làm của phòng máy')],
      },
    ],
    evidence: [image('bang-tong-hop-muc-do', 'Bảng tổng hợp mức độ của một lớp, đã ẩn tên', 'CONTENT')],
  },
  {
    key: 'hop-thu-tam-su', campaign: 'dang-cham', state: 'UNDER_EVALUATION',
    title: 'Hộp thư tâm sự và quy trình phản hồi trong 48 giờ của tổ tư vấn tâm lí học đường',
    kind: 'MANAGEMENT', field: 'GD', unit: 'thcs-anh-duong', stateFunded: true, firstAppliedDaysAgo: 287, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Phòng tư vấn của trường mở hai buổi mỗi tuần nhưng cả năm học trước chỉ có 9 lượt học sinh đến, vì các em ngại bị bạn nhìn thấy. Hai vụ mâu thuẫn kéo dài chỉ được biết khi đã xảy ra xô xát.',
      content: 'Nhà trường đặt ba hộp thư ở nơi kín đáo và một biểu mẫu trực tuyến không yêu cầu đăng nhập, học sinh được chọn tên thật hoặc biệt danh. Hai thành viên tổ tư vấn mở thư mỗi ngày, phân thành ba mức và trả lời trong 48 giờ bằng thư để ở ngăn riêng hoặc qua mã mà học sinh tự đặt. Thư mức cần hỗ trợ sâu được tổ trưởng trực tiếp xử lý cùng phụ huynh theo quy trình giữ kín. Những chủ đề lặp lại nhiều được đưa thành tiết sinh hoạt lớp mà không nêu trường hợp cụ thể. Mỗi tháng, tổ báo cáo số lượng theo nhóm chủ đề cho Ban Giám hiệu, không kèm nội dung thư. Giáo viên chủ nhiệm được tập huấn cách tiếp nhận khi học sinh tìm đến.',
      novelty: 'Kết hợp kênh ẩn danh với cam kết thời hạn trả lời và phân mức; học sinh nhận được phản hồi mà không phải lộ danh tính.',
      conditions: 'Hai giáo viên được bồi dưỡng tư vấn, một tủ có khóa, quy định bảo mật do Hiệu trưởng ban hành.',
      benefitAuthor: 'Trong bảy tháng có 143 thư, 97% được trả lời trong 48 giờ; năm mâu thuẫn được hòa giải trước khi xảy ra xô xát.',
      benefitAdopters: 'Giáo viên chủ nhiệm phát hiện sớm hơn dấu hiệu căng thẳng trước kỳ kiểm tra.',
    },
    confidentialParts: 'Bảng dấu hiệu phân mức thư và kịch bản phỏng vấn ban đầu của tổ tư vấn: chỉ cung cấp cho Hội đồng và người được tập huấn, không công bố để tránh học sinh né tránh hoặc làm theo dấu hiệu.',
    publicSummary: 'Học sinh gửi thư bằng tên thật hoặc biệt danh và được tổ tư vấn trả lời trong 48 giờ; các chủ đề lặp lại trở thành tiết sinh hoạt lớp.',
    authors: [author('le-cam-tu', 10000)],
    adopters: [adopter('nguyen-duy-phong', 'Mở thư, phân mức và trả lời theo lịch trực')],
    applications: [
      {
        unit: 'thcs-anh-duong', fromDaysAgo: 287, status: 'APPLIED', benefit: notCountable,
        measures: [
          measure('Lượt học sinh tìm đến tổ tư vấn', 'lượt/tháng', 1, 20, 'Bình quân năm học trước và 7 tháng áp dụng', 'Sổ tổng hợp của tổ tư vấn'),
          measure('Thư được trả lời trong 48 giờ', '%', 0, 97, '143 thư', 'Sổ tổng hợp của tổ tư vấn'),
        ],
      },
    ],
    evidence: [
      paper('tong-hop-chu-de', 'Tổng hợp thư theo chủ đề, không có nội dung thư', 'APPLICATION'),
      secretPaper('bang-phan-muc', 'Bảng dấu hiệu phân mức thư', 'CONTENT'),
    ],
    submittedDaysAgo: 98, formalCheck: { daysAgo: 80 },
    evaluation: {
      quality: { novelty: 78, effectiveness: 79, replicability: 76 },
      submittedBy: ['doan-minh-chau', 'do-hai-van', 'ha-ngoc-binh'], draftBy: ['ngo-bich-hao', 'cao-minh-hue'],
      comments: {
        'doan-minh-chau': 'Bảo vệ được danh tính của học sinh, báo cáo chỉ có số lượng là đúng hướng.',
        'ha-ngoc-binh': 'Rất nhân văn. Cần quan tâm chế độ cho giáo viên kiêm nhiệm.',
      },
    },
  },
  {
    key: 'vuon-thuy-canh', campaign: 'nam-truoc', state: 'REFUSED',
    title: 'Vườn thủy canh trên sân thượng phục vụ dạy học Khoa học tự nhiên',
    kind: 'TECH_APPLICATION', field: 'NN', unit: 'thcs-anh-duong', stateFunded: true, firstAppliedDaysAgo: 505, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Trường không có đất trồng cây, các bài về sinh trưởng của thực vật chủ yếu học qua hình ảnh. Học sinh ít có dịp chăm sóc cây trồng lâu dài.',
      content: 'Tác giả lắp sáu giàn ống nhựa trên sân thượng, dùng máy bơm nhỏ tuần hoàn dung dịch dinh dưỡng. Học sinh chia nhóm gieo hạt, đo chiều cao và số lá mỗi tuần. Rau thu hoạch được bán gây quỹ lớp. Dữ liệu đo được dùng trong các bài về quang hợp và sinh trưởng. Giáo viên kiểm tra dung dịch hai ngày một lần.',
      novelty: 'Đưa vườn thủy canh vào dạy học tại trường.',
      conditions: 'Kinh phí lắp đặt khoảng 28 triệu đồng, điện và nước trên sân thượng, người chăm sóc trong kỳ nghỉ.',
      benefitAuthor: 'Học sinh hứng thú hơn với môn học; thu được khoảng 15 kg rau trong một vụ.',
      benefitAdopters: 'Nhóm học sinh tham gia cho biết hiểu bài hơn.',
    },
    publicSummary: 'Sáu giàn thủy canh trên sân thượng để học sinh trồng và đo sinh trưởng của rau.',
    authors: [author('nguyen-duy-phong', 10000)],
    adopters: [adopter('le-cam-tu', 'Hướng dẫn học sinh viết nhật ký quan sát')],
    applications: [
      {
        unit: 'thcs-anh-duong', fromDaysAgo: 505, toDaysAgo: 440, status: 'TRIAL', benefit: notCountable,
        measures: [measure('Rau thu hoạch', 'kg/vụ', 0, 15, 'Một vụ', 'Sổ theo dõi của lớp')],
      },
    ],
    evidence: [image('gian-thuy-canh', 'Giàn thủy canh trên sân thượng', 'CONTENT')],
    submittedDaysAgo: 436, formalCheck: { daysAgo: 419 },
    evaluation: {
      quality: { novelty: 57, effectiveness: 54, replicability: 52 },
      gatesDenied: { GATE_BENEFIT: ['ngo-bich-hao', 'hoang-gia-bach', 'do-trong-nghia', 'cao-minh-hue'] },
      comments: {
        'ngo-bich-hao': 'Ý tưởng tốt cho giáo dục nhưng mới làm một vụ, chưa chứng minh được kết quả học tập.',
        'do-trong-nghia': 'Chi phí lớn so với kết quả, không rõ ai vận hành trong hè.',
        'cao-minh-hue': 'Thiếu số liệu về kết quả học tập trước và sau.',
      },
    },
    refusal: {
      reason: 'NO_PRACTICAL_BENEFIT',
      text: 'Hồ sơ chỉ có sản lượng của một vụ, không có số liệu về kết quả học tập hoặc chi phí so với cách dạy trước đây, nên chưa chứng minh được lợi ích thiết thực. Tác giả có thể áp dụng thêm ít nhất một học kỳ, bổ sung số liệu đối chứng và nộp lại.',
    },
  },
  {
    key: 'the-doc-am-van', campaign: 'dang-mo', state: 'SUBMITTED',
    title: 'Bộ phiếu đọc âm vần có mã QR nghe mẫu cho học sinh lớp 1',
    kind: 'OPERATIONAL', field: 'GD', unit: 'th-ben-cang', stateFunded: true, firstAppliedDaysAgo: 235, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Đầu năm học, 46 trong 172 học sinh lớp 1 của trường chưa nhận đủ mặt chữ, nhiều em nói lẫn l và n theo thói quen của địa phương. Phụ huynh muốn kèm con nhưng không chắc cách đọc, mỗi nhà dạy một kiểu.',
      content: 'Tổ chuyên môn biên soạn 48 phiếu đọc, mỗi phiếu một nhóm vần với ba tầng: âm, tiếng, câu ngắn. Góc phiếu có mã QR dẫn tới bản ghi âm của cô giáo đọc chậm hai lần rồi dừng để trẻ đọc theo. Riêng các cặp dễ lẫn có hình khẩu hình và câu đọc vui. Mỗi tối trẻ đọc một phiếu khoảng bảy phút, phụ huynh đánh dấu sao và ghi tiếng còn sai. Sáng hôm sau, cô nhìn phiếu để chọn tiếng luyện cho từng nhóm trong mười phút đầu giờ. Cuối tháng, phiếu đã thuộc chuyển cho em khác để tiết kiệm.',
      novelty: 'Phiếu có giọng đọc mẫu của chính cô giáo và phần luyện riêng cặp âm dễ lẫn của địa phương; phiếu là kênh trao đổi hai chiều mỗi ngày giữa gia đình và lớp.',
      conditions: 'In 48 phiếu khoảng 45.000 đồng mỗi bộ, điện thoại của phụ huynh; giáo viên ghi âm một lần.',
      benefitAuthor: 'Sau một học kỳ, số học sinh đọc chưa đạt giảm từ 46 còn 9 em; lỗi lẫn l và n giảm hơn một nửa.',
      benefitAdopters: 'Phụ huynh cho biết yên tâm khi kèm con vì có giọng mẫu; giáo viên lớp bên đã dùng chung bộ phiếu.',
    },
    publicSummary: 'Bốn mươi tám phiếu đọc có mã QR nghe giọng cô giáo giúp học sinh lớp 1 luyện âm vần bảy phút mỗi tối cùng phụ huynh.',
    authors: [author('hoang-kim-oanh', 10000)],
    adopters: [adopter('vu-yen-nhi', 'Dùng thử 12 phiếu tại Trường Tiểu học Bờ Sông Cấm')],
    applications: [
      {
        unit: 'th-ben-cang', fromDaysAgo: 235, status: 'APPLIED', benefit: estimated(6_000_000),
        measures: [
          measure('Học sinh đọc chưa đạt', 'học sinh/172', 46, 9, 'Đầu và cuối học kỳ', 'Phiếu kiểm tra đọc'),
          measure('Lỗi lẫn l và n trong bài đọc 60 tiếng', 'lỗi', 7.2, 3.1, 'Bình quân 40 học sinh', 'Phiếu kiểm tra đọc'),
        ],
      },
    ],
    evidence: [image('phieu-doc-mau', 'Một phiếu đọc có mã QR', 'CONTENT'), paper('ket-qua-kiem-tra-doc', 'Tổng hợp kết quả kiểm tra đọc, không có tên học sinh', 'APPLICATION')],
    submittedDaysAgo: 11,
  },
];
