import { adopter, author, confirmation, counted, estimated, image, measure, notCountable, paper } from './build.js';
import type { DemoInitiative } from './types.js';

/** Digital transformation: data, digital skills, paperless work. */
export const digitalInitiatives: readonly DemoInitiative[] = [
  {
    key: 'binh-dan-hoc-vu-so', campaign: 'da-quyet-dinh', state: 'RECOGNISED',
    title: 'Lớp “Bình dân học vụ số” cuối tuần theo nhóm năm người tại nhà văn hóa tổ dân phố',
    kind: 'MANAGEMENT', field: 'CDS', unit: 'to-cong-nghe-so', investor: 'ubnd', stateFunded: true, firstAppliedDaysAgo: 410, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Hai lớp tập huấn tại hội trường năm trước mời 160 người nhưng chỉ 70 người đến và đa số chỉ ngồi nghe. Khảo sát sau lớp cho thấy 78% học viên trên 55 tuổi không tự đăng nhập được Cổng dịch vụ công khi về nhà. Người hướng dẫn nói chung cho cả hội trường nên không biết ai đang vướng ở đâu.',
      content: 'Lớp học chuyển về nhà văn hóa tổ dân phố vào sáng Chủ nhật, mỗi nhóm năm người do một đoàn viên hoặc thành viên Tổ công nghệ số kèm. Nội dung chia thành tám bài 45 phút, mỗi bài chỉ dạy một việc làm được ngay như gọi điện có hình, tra lịch tiêm, nộp một hồ sơ, nhận biết tin nhắn lừa đảo. Mỗi học viên có một phiếu việc nhỏ để làm lại ở nhà cùng con cháu và mang phiếu đến buổi sau. Người học xong bốn bài được mời làm trợ giảng cho nhóm kế tiếp. Tổ trưởng dân phố ghi tiến độ vào bảng treo tại nhà văn hóa để ai nghỉ có thể học bù. Sau tám tuần, học viên tự làm một thủ tục thật dưới sự chứng kiến của người kèm.',
      novelty: 'Thay lớp đông người bằng nhóm năm người, mỗi bài một việc, học viên trở thành trợ giảng; kết quả đo bằng việc tự làm được chứ không bằng số người dự.',
      conditions: 'Nhà văn hóa có Wi-Fi, mỗi nhóm một người kèm; tài liệu in khoảng 6.000 đồng mỗi học viên.',
      benefitAuthor: 'Sau ba khóa có 326 người hoàn thành, 81% tự nộp được một hồ sơ trực tuyến; chi phí cho một người học thành thạo giảm từ khoảng 410.000 đồng còn 95.000 đồng.',
      benefitAdopters: 'Tổ dân phố có thêm 41 trợ giảng tại chỗ, người cao tuổi tự tin hơn và gắn bó với sinh hoạt của tổ.',
    },
    publicSummary: 'Lớp kỹ năng số về tận nhà văn hóa tổ dân phố, mỗi nhóm năm người, mỗi bài một việc làm được ngay. Sau ba khóa, 81% học viên tự nộp được hồ sơ trực tuyến.',
    authors: [author('tong-gia-hung', 5000), author('mai-thi-nhan', 2500), author('vu-thanh-tam', 2500)],
    adopters: [
      adopter('nguyen-viet-thuan', 'Bố trí nhà văn hóa, mời và theo dõi học viên của Tổ dân phố số 7'),
      adopter('nguyen-manh-khoi', 'Huy động đoàn viên kèm nhóm'),
    ],
    applications: [
      {
        unit: 'to-dan-pho-7', fromDaysAgo: 410, status: 'APPLIED', benefit: counted(38_400_000), confirmedBy: 'nguyen-viet-thuan',
        measures: [
          measure('Học viên tự nộp được một hồ sơ trực tuyến sau khóa', '%', 22, 81, 'Lớp hội trường năm trước và ba khóa theo nhóm', 'Phiếu kiểm tra cuối khóa'),
          measure('Chi phí cho một người học thành thạo', 'nghìn đồng', 410, 95, 'Lớp hội trường năm trước và ba khóa theo nhóm', 'Quyết toán kinh phí lớp'),
        ],
      },
      {
        unit: 'to-dan-pho-12', fromDaysAgo: 355, status: 'APPLIED', benefit: notCountable,
        measures: [measure('Học viên hoàn thành khóa', 'người', 0, 112, 'Lũy kế hai khóa', 'Bảng theo dõi tại nhà văn hóa')],
      },
    ],
    evidence: [
      image('bang-tien-do-nha-van-hoa', 'Bảng tiến độ treo tại nhà văn hóa', 'CONTENT'),
      paper('ket-qua-kiem-tra-cuoi-khoa', 'Tổng hợp phiếu kiểm tra cuối khóa', 'APPLICATION'),
      confirmation('xac-nhan-to-dan-pho-7', 'Xác nhận của Tổ dân phố số 7'),
    ],
    submittedDaysAgo: 247, formalCheck: { daysAgo: 232 },
    evaluation: {
      quality: { novelty: 79, effectiveness: 84, replicability: 87 },
      comments: {
        'ngo-bich-hao': 'Cách đo kết quả bằng việc tự làm được là điểm mạnh nhất của hồ sơ.',
        'hoang-gia-bach': 'Nên có tài liệu hướng dẫn người kèm để tổ khác dùng lại.',
        'do-hai-van': 'Học viên làm trợ giảng giúp mô hình tự lan tỏa.',
      },
    },
  },
  {
    key: 'ban-do-dia-chi', campaign: 'dang-mo', state: 'SUBMITTED',
    title: 'Bản đồ số địa chỉ và điểm tiện ích của tổ dân phố do người dân cùng cập nhật',
    kind: 'TECH_APPLICATION', field: 'CDS', unit: 'to-dan-pho-7', stateFunded: false, firstAppliedDaysAgo: 158, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Tổ dân phố số 7 có 412 hộ, trong đó 96 nhà trong ngõ sâu có số nhà trùng hoặc không có trên bản đồ trực tuyến. Xe cấp cứu và người giao hàng thường phải gọi lại ba, bốn lần; có trường hợp xe cấp cứu đi nhầm ngõ mất 11 phút.',
      content: 'Tổ công nghệ số chia tổ dân phố thành chín cụm ngõ, mỗi cụm hai người đi thực địa cùng chủ hộ. Vị trí cổng nhà được đánh dấu trên bản đồ mở, chỉ ghi số nhà và lối vào, không ghi tên chủ hộ. Các điểm tiện ích gồm trụ nước chữa cháy, bình chữa cháy chung, thùng rác, nhà văn hóa, điểm lấy nước được thêm theo bộ ký hiệu thống nhất. Ngõ có rào chắn hoặc hẹp dưới hai mét được đánh dấu riêng cho xe cứu thương và xe chữa cháy. Bản đồ in khổ lớn treo tại đầu ngõ kèm mã QR báo sai. Mỗi tháng, hai thành viên xử lý phản ánh và cập nhật.',
      novelty: 'Dữ liệu địa chỉ được người dân cùng lập và xác nhận tại thực địa, kèm thông tin phục vụ cứu hộ mà bản đồ thương mại không có.',
      conditions: 'Điện thoại thông minh của thành viên, tài khoản bản đồ mở miễn phí, chi phí in bảng 2,8 triệu đồng do tổ dân phố vận động.',
      benefitAuthor: 'Toàn bộ 412 hộ đã có vị trí đúng; số lần phải gọi hỏi đường của người giao hàng và cứu thương giảm rõ.',
      benefitAdopters: 'Đội dân phòng dùng bản đồ để tập phương án chữa cháy theo từng ngõ.',
    },
    publicSummary: 'Người dân Tổ dân phố số 7 cùng đánh dấu địa chỉ, lối vào và trụ nước chữa cháy lên bản đồ mở, giúp xe cứu thương và xe chữa cháy tìm đúng ngõ.',
    authors: [author('nguyen-viet-thuan', 5000), author('tong-gia-hung', 5000)],
    adopters: [adopter('phan-dinh-trong', 'Rà soát lối vào và vị trí trụ nước chữa cháy')],
    applications: [
      {
        unit: 'to-dan-pho-7', fromDaysAgo: 158, status: 'APPLIED', benefit: notCountable,
        measures: [
          measure('Hộ có vị trí đúng trên bản đồ', 'hộ', 316, 412, 'Trước và sau khi lập bản đồ', 'Biên bản rà soát thực địa'),
          measure('Thời gian xe cứu thương từ đầu ngõ đến nhà', 'phút', 9, 4, 'Bình quân 7 lượt trước và 6 lượt sau', 'Sổ trực của tổ dân phố'),
        ],
      },
    ],
    evidence: [image('bang-ban-do-dau-ngo', 'Bảng bản đồ treo tại đầu ngõ', 'CONTENT'), paper('bien-ban-ra-soat', 'Biên bản rà soát thực địa chín cụm ngõ', 'APPLICATION')],
    submittedDaysAgo: 6,
  },
  {
    key: 'bieu-mau-mot-lan', campaign: 'da-quyet-dinh', state: 'RECOGNISED',
    title: 'Biểu mẫu thu thập số liệu một lần dùng chung cho nhiều báo cáo của phường',
    kind: 'MANAGEMENT', field: 'CCHC', unit: 'vhxh', stateFunded: true, firstAppliedDaysAgo: 372, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Mỗi quý, các tổ dân phố và trường học nhận từ 9 đến 14 yêu cầu báo cáo số liệu của các phòng, nhiều chỉ tiêu trùng nhau nhưng khác mốc thời gian. Rà soát một quý thấy 43% số ô số liệu đã từng được báo cáo ít nhất một lần. Số liệu giữa hai phòng có khi lệch nhau vì lấy vào hai ngày khác nhau.',
      content: 'Nhóm tác giả lập danh mục 186 chỉ tiêu mà các phòng đang hỏi, gộp các chỉ tiêu trùng còn 104 và ghi rõ định nghĩa, đơn vị tính, ngày chốt của từng chỉ tiêu. Mỗi đơn vị có một bảng nhập duy nhất, mở từ ngày 20 đến ngày 25 hằng tháng. Phòng nào cần số liệu thì lấy từ bảng tổng hợp, không gửi công văn hỏi lại; chỉ tiêu mới phải qua một bước kiểm tra trùng. Bảng tự đối chiếu với kỳ trước và tô màu ô thay đổi trên 20% để người nhập xác nhận. Số liệu đã chốt được khóa, sửa phải ghi lý do.',
      novelty: 'Lần đầu phường có danh mục chỉ tiêu thống nhất và một đầu mối nhập, theo nguyên tắc dữ liệu nhập một lần, dùng nhiều lần.',
      conditions: 'Bảng tính trực tuyến dùng chung trong mạng nội bộ; Văn phòng làm đầu mối khóa số liệu; lãnh đạo phường đồng ý không phát hành công văn hỏi số liệu đã có.',
      benefitAuthor: 'Số yêu cầu báo cáo gửi xuống cơ sở giảm từ 12 còn 3 mỗi quý; thời gian lập báo cáo tháng của mỗi tổ dân phố giảm hơn một nửa.',
      benefitAdopters: 'Các trường và tổ dân phố cho biết không còn phải đếm lại cùng một số liệu cho nhiều nơi.',
    },
    publicSummary: 'Phường gộp 186 chỉ tiêu báo cáo còn 104 và cho mỗi đơn vị nhập số liệu một lần mỗi tháng, nhờ đó cơ sở bớt ba phần tư số lần phải báo cáo.',
    authors: [author('nguyen-huu-loc', 6000), author('nguyen-dieu-thao', 4000)],
    adopters: [
      adopter('trinh-mai-phuong', 'Đầu mối khóa số liệu tại Văn phòng, đối chiếu kỳ trước'),
      adopter('hoang-kim-oanh', 'Nhập số liệu của Trường Tiểu học Bến Cảng và góp ý định nghĩa chỉ tiêu'),
    ],
    applications: [
      {
        unit: 'vhxh', fromDaysAgo: 372, status: 'APPLIED', benefit: counted(72_600_000), confirmedBy: 'bui-hanh-nguyen',
        measures: [
          measure('Yêu cầu báo cáo gửi xuống cơ sở', 'yêu cầu/quý', 12, 3, 'Hai quý trước và hai quý sau', 'Sổ công văn đi'),
          measure('Thời gian lập báo cáo tháng của một tổ dân phố', 'giờ', 6.5, 2.5, 'Phỏng vấn 15 tổ trưởng', 'Phiếu khảo sát'),
        ],
      },
      {
        unit: 'van-phong', fromDaysAgo: 330, status: 'APPLIED', benefit: notCountable, confirmedBy: 'hoang-gia-bach',
        measures: [measure('Chỉ tiêu có số liệu lệch giữa các phòng', 'chỉ tiêu/quý', 17, 2, 'Quý trước và quý sau', 'Bảng đối chiếu của Văn phòng')],
      },
    ],
    evidence: [
      paper('danh-muc-104-chi-tieu', 'Danh mục 104 chỉ tiêu thống nhất', 'CONTENT'),
      paper('so-sanh-cong-van', 'So sánh số công văn hỏi số liệu trước và sau', 'BENEFIT'),
      confirmation('xac-nhan-van-phong', 'Xác nhận áp dụng của Văn phòng HĐND và UBND'),
    ],
    submittedDaysAgo: 243, formalCheck: { daysAgo: 229 },
    evaluation: {
      quality: { novelty: 77, effectiveness: 81, replicability: 80 },
      comments: {
        'do-trong-nghia': 'Danh mục chỉ tiêu làm rất kỹ. Cần cơ chế giữ kỷ luật khi phát sinh báo cáo đột xuất.',
        'doan-minh-chau': 'Đề nghị công bố danh mục cho các phường khác tham khảo.',
      },
    },
  },
  {
    key: 'hop-khong-giay', campaign: 'da-quyet-dinh', state: 'REFUSED',
    title: 'Quy trình gửi tài liệu họp không giấy trước 24 giờ',
    kind: 'MANAGEMENT', field: 'CDS', unit: 'van-phong', stateFunded: true, firstAppliedDaysAgo: 290, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Mỗi cuộc họp giao ban in khoảng 25 bộ tài liệu, nhiều tài liệu chỉ phát khi bắt đầu họp nên đại biểu không kịp đọc. Sau họp, tài liệu thừa phải hủy.',
      content: 'Văn phòng quy định các đơn vị gửi tài liệu lên hệ thống họp trước 24 giờ. Văn thư kiểm tra đủ tài liệu rồi gửi thông báo cho đại biểu. Đại biểu đọc trên máy tính hoặc máy tính bảng, ghi ý kiến trước cuộc họp. Tài liệu gửi muộn phải được chủ trì đồng ý. Sau họp, kết luận được cập nhật trên cùng hệ thống.',
      novelty: 'Quy định rõ mốc 24 giờ và trách nhiệm kiểm tra của văn thư trước khi gửi cho đại biểu.',
      conditions: 'Hệ thống phòng họp không giấy của thành phố và thiết bị cá nhân của đại biểu.',
      benefitAuthor: 'Tiết kiệm giấy in cho các cuộc họp giao ban và giúp đại biểu có thời gian nghiên cứu tài liệu.',
      benefitAdopters: 'Các phòng nhận thấy cuộc họp ngắn hơn trước, khoảng 15 phút mỗi buổi.',
    },
    publicSummary: 'Văn phòng đặt mốc gửi tài liệu họp trước 24 giờ trên hệ thống phòng họp không giấy.',
    authors: [author('dao-thu-ngan', 10000)],
    adopters: [adopter('trinh-mai-phuong', 'Theo dõi việc gửi tài liệu của các phòng')],
    applications: [
      {
        unit: 'van-phong', fromDaysAgo: 290, status: 'APPLIED', benefit: estimated(8_000_000), confirmedBy: 'hoang-gia-bach',
        measures: [measure('Giấy in cho họp giao ban', 'ram/tháng', 9, 2, '1 tháng trước và 1 tháng sau', 'Phiếu xuất văn phòng phẩm')],
      },
    ],
    evidence: [paper('thong-bao-moc-24-gio', 'Thông báo của Văn phòng về mốc 24 giờ', 'CONTENT')],
    submittedDaysAgo: 236, formalCheck: { daysAgo: 220 },
    evaluation: {
      quality: { novelty: 40, effectiveness: 61, replicability: 66 },
      gatesDenied: { GATE_NEW: ['ngo-bich-hao', 'hoang-gia-bach', 'doan-minh-chau', 'do-trong-nghia', 'do-hai-van'] },
      comments: {
        'ngo-bich-hao': 'Nội dung trùng với quy định sử dụng hệ thống phòng họp không giấy mà thành phố đã ban hành.',
        'hoang-gia-bach': 'Việc làm cần thiết nhưng là thực hiện quy định bắt buộc, khó coi là giải pháp mới.',
        'do-hai-van': 'Số liệu chỉ có một tháng, chưa đủ để kết luận.',
      },
    },
    refusal: {
      reason: 'NOT_NEW',
      text: 'Mốc gửi tài liệu và trách nhiệm kiểm tra đã được quy định trong quy chế sử dụng hệ thống phòng họp không giấy của thành phố, có hiệu lực trước ngày áp dụng lần đầu. Giải pháp vì vậy không đáp ứng điều kiện về tính mới. Phường ghi nhận tinh thần cải tiến và đề nghị tác giả phát triển phần theo dõi chất lượng tài liệu thành giải pháp riêng.',
    },
  },
  {
    key: 'doi-soat-ho-tich', campaign: 'dang-cham', state: 'UNDER_EVALUATION',
    title: 'Đối soát chéo dữ liệu hộ tịch số hóa bằng bảng kiểm lỗi tự động',
    kind: 'TECHNICAL', field: 'CDS', unit: 'hanh-chinh-cong', stateFunded: true, firstAppliedDaysAgo: 231, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Kho hộ tịch của phường có hơn 41.000 bản ghi được số hóa từ sổ giấy qua nhiều đợt. Kiểm tra ngẫu nhiên 500 bản ghi thấy 7,4% có ít nhất một lỗi: năm sinh con trước năm sinh mẹ, trùng số, thiếu dấu, sai tên đơn vị cũ. Việc soát từng trang cần hai người làm liên tục gần một năm.',
      content: 'Nhóm xây dựng 32 quy tắc kiểm tra chia ba mức: chắc chắn sai, nghi ngờ và cần xem lại sổ gốc. Dữ liệu xuất ra tệp được chạy qua bảng kiểm trên máy tính không nối mạng của Trung tâm. Kết quả là danh sách lỗi xếp theo sổ và trang, để người soát mở đúng trang cần xem. Mỗi lỗi được hai người xác nhận độc lập trước khi đề nghị sửa trên hệ thống chính. Quy tắc cho nhiều cảnh báo sai được điều chỉnh sau mỗi 1.000 bản ghi. Toàn bộ thao tác được ghi nhật ký để đối chiếu.',
      novelty: 'Thay việc đọc soát tuần tự bằng việc chỉ mở những trang có dấu hiệu sai; bộ 32 quy tắc do nhóm tự đúc kết từ lỗi thật của kho dữ liệu phường.',
      conditions: 'Một máy tính không nối mạng, quyền xuất dữ liệu theo quy định, hai công chức hộ tịch; tuân thủ quy định bảo vệ dữ liệu cá nhân.',
      benefitAuthor: 'Sau ba tháng đã rà xong 41.000 bản ghi, phát hiện 2.870 lỗi; thời gian rà giảm từ ước tính 20 tháng công còn 4 tháng công.',
      benefitAdopters: 'Tỷ lệ hồ sơ phải xác minh lại do dữ liệu lệch giảm rõ khi người dân xin trích lục.',
    },
    publicSummary: 'Bộ 32 quy tắc tự động chỉ ra những trang sổ hộ tịch có dấu hiệu số hóa sai, giúp rà xong 41.000 bản ghi trong ba tháng.',
    authors: [author('dinh-quynh-trang', 5000), author('pham-tuan-kiet', 5000)],
    adopters: [adopter('mac-lan-huong', 'Xác nhận lỗi vòng hai và lập đề nghị chỉnh sửa')],
    applications: [
      {
        unit: 'hanh-chinh-cong', fromDaysAgo: 231, toDaysAgo: 140, status: 'TRIAL', benefit: counted(112_000_000), confirmedBy: 'cao-minh-hue',
        measures: [
          measure('Bản ghi còn lỗi qua kiểm tra ngẫu nhiên', '%', 7.4, 0.8, 'Mẫu 500 bản ghi trước và sau', 'Biên bản kiểm tra ngẫu nhiên'),
          measure('Công rà soát toàn kho', 'tháng công', 20, 4, 'Ước tính trước và thực tế sau', 'Bảng chấm công'),
        ],
      },
    ],
    evidence: [paper('bo-32-quy-tac', 'Bộ 32 quy tắc kiểm tra', 'CONTENT'), paper('bien-ban-kiem-tra-mau', 'Biên bản kiểm tra mẫu 500 bản ghi', 'APPLICATION')],
    submittedDaysAgo: 90, formalCheck: { daysAgo: 72 },
    evaluation: {
      quality: { novelty: 85, effectiveness: 86, replicability: 78 },
      submittedBy: ['ngo-bich-hao', 'hoang-gia-bach', 'doan-minh-chau', 'do-trong-nghia', 'cao-minh-hue', 'do-hai-van', 'ha-ngoc-binh'],
      comments: {
        'hoang-gia-bach': 'Bộ quy tắc có thể chuyển cho các phường cùng dùng kho dữ liệu hộ tịch.',
        'do-trong-nghia': 'Khả năng nhân rộng phụ thuộc quyền xuất dữ liệu, cần nêu rõ hơn.',
        'do-hai-van': 'Giải pháp kỹ thuật chặt chẽ, hai người xác nhận độc lập là cách làm đúng.',
      },
    },
  },
  {
    key: 'hoi-dap-zalo', campaign: 'dang-mo', state: 'ACCEPTED',
    title: 'Bộ câu hỏi – trả lời về thủ tục hành chính trên trang Zalo của phường, cập nhật từ nhật ký câu hỏi thật',
    kind: 'TECH_APPLICATION', field: 'CDS', unit: 'su-nghiep', stateFunded: true, firstAppliedDaysAgo: 121, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Trang Zalo của phường nhận khoảng 350 tin nhắn mỗi tuần, trong đó gần một nửa gửi ngoài giờ. Một viên chức trả lời thủ công nên thời gian phản hồi trung bình là 9 giờ; nhiều câu trả lời giống nhau được gõ lại hằng ngày.',
      content: 'Trung tâm gom 2.400 câu hỏi trong ba tháng, phân thành 64 nhóm và soạn câu trả lời mẫu có căn cứ, giấy tờ, lệ phí, thời hạn và đường dẫn nộp hồ sơ. Câu trả lời được công chức một cửa duyệt từng câu trước khi đăng và ghi ngày duyệt. Trang Zalo hiển thị danh mục theo việc đời thường như “sinh con”, “mua nhà”, “mở quán” thay cho tên thủ tục. Câu hỏi không khớp được chuyển cho người trực và tự động vào danh sách soạn mới của tuần. Mỗi thứ Sáu, hai bên họp 30 phút để sửa câu có đánh giá thấp. Trang không hỏi và không lưu số định danh của người hỏi.',
      novelty: 'Danh mục sắp xếp theo việc trong đời sống và được nuôi bằng nhật ký câu hỏi thật; mỗi câu trả lời có người duyệt và ngày duyệt.',
      conditions: 'Trang Zalo chính thức của phường, hai người phối hợp khoảng ba giờ mỗi tuần.',
      benefitAuthor: 'Thời gian phản hồi trung bình giảm từ 9 giờ còn dưới 40 phút; 72% câu hỏi được trả lời ngay, kể cả ngoài giờ.',
      benefitAdopters: 'Bộ phận một cửa nhận ít cuộc gọi hỏi thủ tục hơn, khoảng 25 cuộc mỗi ngày so với 60 cuộc trước đây.',
    },
    publicSummary: 'Trang Zalo của phường trả lời ngay các câu hỏi thường gặp về thủ tục, sắp xếp theo việc đời thường và được công chức một cửa duyệt từng câu.',
    authors: [author('lam-tung-bach', 6000), author('mac-lan-huong', 4000)],
    adopters: [adopter('hoang-nhat-minh', 'Duyệt câu trả lời nhóm đất đai và chứng thực')],
    applications: [
      {
        unit: 'su-nghiep', fromDaysAgo: 121, status: 'APPLIED', benefit: estimated(30_000_000), confirmedBy: 'vuong-thanh-nga',
        measures: [
          measure('Thời gian phản hồi trung bình', 'phút', 540, 38, '2 tháng trước và 2 tháng sau', 'Thống kê của trang Zalo'),
          measure('Câu hỏi được trả lời ngay', '%', 5, 72, '2 tháng trước và 2 tháng sau', 'Thống kê của trang Zalo'),
        ],
      },
    ],
    evidence: [image('danh-muc-theo-viec', 'Danh mục theo việc đời thường trên trang Zalo', 'CONTENT'), paper('nhat-ky-cau-hoi', 'Tổng hợp nhật ký câu hỏi, đã bỏ thông tin cá nhân', 'STATE_BEFORE')],
    submittedDaysAgo: 19, formalCheck: { daysAgo: 9 },
  },
];
