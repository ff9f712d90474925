import { adopter, author, confirmation, counted, estimated, image, measure, notCountable, paper } from './build.js';
import type { DemoInitiative } from './types.js';

/** Administrative reform: the one-stop shop and the ward office. */
export const publicServiceInitiatives: readonly DemoInitiative[] = [
  {
    key: 'xep-hang-hen-gio', campaign: 'da-quyet-dinh', state: 'RECOGNISED',
    title: 'Xếp hàng theo khung giờ hẹn bằng mã QR tại Trung tâm Phục vụ hành chính công phường',
    kind: 'MANAGEMENT', field: 'CCHC', unit: 'hanh-chinh-cong', investor: 'ubnd', stateFunded: true,
    firstAppliedDaysAgo: 395, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Mỗi sáng thứ Hai và thứ Sáu, Trung tâm tiếp từ 130 đến 160 lượt người, trong khi buổi chiều giữa tuần chỉ có khoảng 30 lượt. Người dân lấy số thứ tự giấy, không biết còn phải chờ bao lâu nên ngồi kín sảnh hoặc bỏ về. Kết quả khảo sát tại quầy cho thấy thời gian chờ trung bình trước khi được tiếp là 47 phút, có hôm trên 90 phút.',
      content: 'Trung tâm chia ngày làm việc thành 16 khung 30 phút và công bố số lượt của từng khung theo từng nhóm thủ tục. Người dân quét mã QR ở cổng, ở nhà văn hóa tổ dân phố hoặc trên trang Zalo của phường để chọn khung giờ; hệ thống gửi lại mã hẹn và danh mục giấy tờ cần mang. Một phần ba số lượt của mỗi khung được giữ lại cho người đến trực tiếp, người cao tuổi và phụ nữ mang thai. Màn hình tại sảnh hiển thị số đang gọi và thời gian chờ dự kiến, cập nhật mỗi phút. Cuối ngày, tổ trưởng xem bảng lượt hẹn, lượt đến, lượt bỏ hẹn để điều chỉnh số lượt của tuần sau. Toàn bộ chạy trên máy tính và màn hình sẵn có, dùng biểu mẫu trực tuyến và bảng tính dùng chung do nhóm tác giả tự xây dựng.',
      novelty: 'Trước đây phường chỉ phát số giấy theo thứ tự đến. Điểm mới là hẹn theo khung giờ gắn với nhóm thủ tục, giữ lượt cho người yếu thế và dùng số liệu bỏ hẹn để điều chỉnh số lượt hằng tuần; cách làm này chưa có đơn vị nào trên địa bàn áp dụng.',
      conditions: 'Một máy tính nối màn hình tại sảnh, đường truyền Internet ổn định, một công chức theo dõi bảng hẹn khoảng 20 phút mỗi ngày. Không cần mua phần mềm.',
      benefitAuthor: 'Thời gian chờ trung bình giảm từ 47 phút còn 14 phút; sảnh không còn cảnh chen chúc đầu tuần. Tính theo 2.300 lượt mỗi tháng, người dân bớt được khoảng 1.250 giờ chờ đợi hằng tháng.',
      benefitAdopters: 'Công chức tại quầy biết trước khối lượng từng khung giờ nên bố trí người hợp lý, không còn phải làm thêm buổi trưa thứ Hai; số phản ánh về thời gian chờ giảm rõ rệt.',
    },
    publicSummary: 'Người dân quét mã QR để chọn khung giờ đến Trung tâm Phục vụ hành chính công, một phần lượt được giữ cho người yếu thế. Thời gian chờ trung bình giảm từ 47 phút còn 14 phút mà không phải mua phần mềm.',
    authors: [author('mac-lan-huong', 6000), author('hoang-nhat-minh', 4000)],
    adopters: [
      adopter('dinh-quynh-trang', 'Vận hành khung giờ hẹn của nhóm thủ tục hộ tịch, ghi nhận phản ánh của người dân'),
      adopter('pham-tuan-kiet', 'Cài đặt màn hình và đường truyền tại sảnh'),
    ],
    applications: [
      {
        unit: 'hanh-chinh-cong', fromDaysAgo: 395, status: 'APPLIED', benefit: counted(96_000_000), confirmedBy: 'cao-minh-hue',
        measures: [
          measure('Thời gian chờ trung bình trước khi được tiếp', 'phút', 47, 14, '3 tháng trước và 3 tháng sau khi áp dụng', 'Bảng ghi giờ lấy số và giờ gọi số tại quầy'),
          measure('Lượt người chờ quá 60 phút', 'lượt/tháng', 212, 9, '3 tháng trước và 3 tháng sau khi áp dụng', 'Bảng ghi giờ tại quầy'),
          measure('Tỷ lệ người dân rất hài lòng về thời gian chờ', '%', 71, 96, 'Khảo sát 300 phiếu mỗi kỳ', 'Phiếu khảo sát của Trung tâm'),
        ],
      },
      {
        unit: 'tram-y-te', fromDaysAgo: 300, status: 'APPLIED', benefit: notCountable, confirmedBy: 'quach-bich-lien',
        measures: [measure('Thời gian chờ khám của người có thẻ bảo hiểm y tế', 'phút', 38, 19, '2 tháng trước và 2 tháng sau', 'Sổ tiếp đón của Trạm')],
      },
      {
        unit: 'th-phuong-vi', fromDaysAgo: 270, status: 'APPLIED', benefit: notCountable, confirmedBy: 'khuc-dinh-huy',
        measures: [measure('Thời gian chờ nộp hồ sơ tuyển sinh lớp 1', 'phút', 65, 15, 'Mùa tuyển sinh trước và mùa này', 'Sổ tiếp nhận tuyển sinh')],
      },
    ],
    evidence: [
      image('man-hinh-thoi-gian-cho', 'Màn hình thời gian chờ tại sảnh Trung tâm', 'CONTENT'),
      paper('bang-tong-hop-thoi-gian-cho', 'Bảng tổng hợp thời gian chờ 6 tháng', 'APPLICATION'),
      confirmation('xac-nhan-ap-dung-tram-y-te', 'Giấy xác nhận áp dụng của Trạm Y tế'),
    ],
    submittedDaysAgo: 251, formalCheck: { daysAgo: 240 },
    evaluation: {
      quality: { novelty: 88, effectiveness: 91, replicability: 93 },
      comments: {
        'ngo-bich-hao': 'Giải pháp gọn, số liệu trước và sau đầy đủ, đã có đơn vị thứ hai áp dụng. Đề nghị xem xét đề xuất công nhận cấp thành phố.',
        'do-trong-nghia': 'Cách giữ lượt cho người yếu thế rất đáng học tập. Cần bổ sung phương án khi mất mạng.',
        'ha-ngoc-binh': 'Giảm hẳn áp lực giờ cao điểm cho công chức tại quầy.',
      },
    },
  },
  {
    key: 'nhac-ho-tich', campaign: 'dang-cham', state: 'UNDER_EVALUATION',
    title: 'Nhắc hẹn đăng ký khai sinh, khai tử đúng hạn từ danh sách của Trạm Y tế và tổ dân phố',
    kind: 'OPERATIONAL', field: 'CCHC', unit: 'hanh-chinh-cong', stateFunded: true, firstAppliedDaysAgo: 268, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Năm trước có 61 trường hợp đăng ký khai sinh quá 60 ngày và 38 trường hợp khai tử quá 15 ngày. Nguyên nhân chủ yếu là gia đình không nhớ thời hạn hoặc tưởng bệnh viện đã làm thay. Khai tử muộn kéo theo việc thu hồi trợ cấp đã chi, gây khó khăn cho cả gia đình và cán bộ.',
      content: 'Hằng tuần, Trạm Y tế gửi danh sách trẻ mới sinh đã tiêm mũi đầu và tổ trưởng dân phố báo các trường hợp qua đời theo một biểu mẫu chung chỉ gồm họ tên, ngày, số điện thoại người thân. Công chức hộ tịch đối chiếu với sổ hộ tịch, loại các trường hợp đã đăng ký. Những trường hợp còn lại được nhắn tin vào ngày thứ 10 và ngày thứ 40 đối với khai sinh, ngày thứ 5 đối với khai tử, kèm đường dẫn nộp hồ sơ liên thông trực tuyến. Nếu sau ba ngày chưa có phản hồi thì tổ công nghệ số đến nhà hướng dẫn. Kết quả nhắc được ghi vào một cột của sổ theo dõi để cuối tháng tổng hợp. Danh sách được xóa sau 90 ngày.',
      novelty: 'Lần đầu tại phường, việc đăng ký hộ tịch đúng hạn được cơ quan chủ động nhắc dựa trên nguồn tin có sẵn của hai đơn vị khác, thay vì chờ người dân đến.',
      conditions: 'Quy chế phối hợp giữa Trung tâm, Trạm Y tế và tổ dân phố; một đầu số nhắn tin; công chức hộ tịch dành hai giờ mỗi tuần.',
      benefitAuthor: 'Số trường hợp đăng ký khai sinh quá hạn giảm hơn ba phần tư; không còn trường hợp phải thu hồi trợ cấp do khai tử muộn trong sáu tháng áp dụng.',
      benefitAdopters: 'Tổ trưởng dân phố cho biết các gia đình có tang rất cảm kích vì được hướng dẫn làm một lần đủ cả khai tử, xóa thường trú và mai táng phí.',
    },
    publicSummary: 'Phường chủ động nhắn tin nhắc gia đình đăng ký khai sinh, khai tử đúng hạn dựa trên danh sách của Trạm Y tế và tổ dân phố, kèm đường dẫn nộp hồ sơ trực tuyến.',
    authors: [author('dinh-quynh-trang', 7000), author('nguyen-phuong-thuy', 3000)],
    adopters: [adopter('nguyen-viet-thuan', 'Báo danh sách theo biểu mẫu của Tổ dân phố số 7 và phản hồi kết quả')],
    applications: [
      {
        unit: 'hanh-chinh-cong', fromDaysAgo: 268, status: 'APPLIED', benefit: estimated(24_000_000), confirmedBy: 'cao-minh-hue',
        measures: [
          measure('Trường hợp đăng ký khai sinh quá 60 ngày', 'trường hợp/6 tháng', 31, 7, '6 tháng cùng kỳ năm trước và 6 tháng áp dụng', 'Sổ đăng ký khai sinh'),
          measure('Trường hợp khai tử quá 15 ngày', 'trường hợp/6 tháng', 19, 3, '6 tháng cùng kỳ năm trước và 6 tháng áp dụng', 'Sổ đăng ký khai tử'),
        ],
      },
    ],
    evidence: [
      paper('bieu-mau-phoi-hop', 'Biểu mẫu phối hợp giữa Trạm Y tế và Trung tâm', 'CONTENT'),
      paper('so-lieu-dung-han', 'Trích số liệu đăng ký đúng hạn từ sổ hộ tịch', 'APPLICATION'),
    ],
    submittedDaysAgo: 104, formalCheck: { daysAgo: 88 },
    evaluation: {
      quality: { novelty: 76, effectiveness: 84, replicability: 82 },
      submittedBy: ['ngo-bich-hao', 'hoang-gia-bach', 'doan-minh-chau', 'cao-minh-hue', 'ha-ngoc-binh'], draftBy: ['do-trong-nghia'],
      comments: {
        'hoang-gia-bach': 'Hiệu quả rõ, chi phí thấp. Đề nghị ký quy chế phối hợp chính thức để duy trì khi thay đổi nhân sự.',
        'doan-minh-chau': 'Cách xử lý dữ liệu cá nhân (chỉ lấy ba thông tin, xóa sau 90 ngày) là điểm cộng.',
      },
    },
  },
  {
    key: 'ho-so-mau', campaign: 'nam-truoc', state: 'RECOGNISED',
    title: 'Bộ hồ sơ mẫu có chú giải theo tình huống cho 20 thủ tục hành chính được thực hiện nhiều nhất',
    kind: 'OPERATIONAL', field: 'CCHC', unit: 'hanh-chinh-cong', stateFunded: true, firstAppliedDaysAgo: 560, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Cứ 100 hồ sơ nộp lần đầu thì có 23 hồ sơ phải trả lại để kê khai lại, phần lớn do ghi sai ô hoặc thiếu giấy tờ theo từng tình huống gia đình. Mẫu tờ khai treo ở bảng tin là mẫu trống, người dân không biết trường hợp của mình phải điền thế nào.',
      content: 'Nhóm tác giả thống kê lỗi của 1.150 hồ sơ bị trả lại trong một quý và chọn 20 thủ tục có nhiều lỗi nhất. Mỗi thủ tục được chia thành hai đến bốn tình huống thường gặp, ví dụ khai sinh khi cha mẹ chưa đăng ký kết hôn. Với mỗi tình huống, nhóm điền sẵn một bộ hồ sơ mẫu bằng nhân vật giả định, ô dễ sai được tô màu và có chú giải ngắn bên lề. Bộ mẫu in thành tập treo tại bàn viết, đồng thời đăng trên trang thông tin của phường với mã QR riêng cho từng tình huống. Mỗi tháng, công chức ghi lại lỗi mới phát sinh để bổ sung chú giải, phiên bản cũ được thu hồi.',
      novelty: 'Khác với mẫu điền sẵn thông thường, bộ hồ sơ được xây dựng từ thống kê lỗi thật của phường và tổ chức theo tình huống của người dân, không theo tên thủ tục.',
      conditions: 'Chi phí in 20 tập mẫu khoảng 3 triệu đồng; một công chức phụ trách cập nhật khi quy định thay đổi.',
      benefitAuthor: 'Tỷ lệ hồ sơ phải trả lại giảm từ 23% còn 8%; mỗi tháng bớt khoảng 270 lượt đi lại của người dân.',
      benefitAdopters: 'Bộ phận tiếp nhận tiết kiệm khoảng bốn phút giải thích cho mỗi hồ sơ, người mới nhận việc học nghiệp vụ nhanh hơn.',
    },
    publicSummary: 'Hai mươi thủ tục phổ biến nhất có hồ sơ mẫu điền sẵn theo từng tình huống gia đình, ô dễ sai được tô màu và chú giải. Tỷ lệ hồ sơ bị trả lại giảm từ 23% còn 8%.',
    authors: [author('hoang-nhat-minh', 4500), author('mac-lan-huong', 3500), author('dinh-quynh-trang', 2000)],
    adopters: [adopter('tong-gia-hung', 'Hướng dẫn người dân dùng bộ mẫu tại bàn hỗ trợ của Tổ công nghệ số')],
    applications: [
      {
        unit: 'hanh-chinh-cong', fromDaysAgo: 560, status: 'APPLIED', benefit: counted(64_800_000), confirmedBy: 'cao-minh-hue',
        measures: [
          measure('Tỷ lệ hồ sơ phải trả lại để kê khai lại', '%', 23, 8, 'Quý trước và quý thứ hai sau khi áp dụng', 'Sổ theo dõi hồ sơ'),
          measure('Thời gian hướng dẫn mỗi hồ sơ', 'phút', 11, 7, 'Đo 200 hồ sơ mỗi kỳ', 'Phiếu bấm giờ tại quầy'),
        ],
      },
      {
        unit: 'to-cong-nghe-so', fromDaysAgo: 500, status: 'APPLIED', benefit: notCountable,
        measures: [measure('Lượt người tự điền đúng hồ sơ trực tuyến tại điểm hỗ trợ', 'lượt/tháng', 40, 115, '2 tháng trước và 2 tháng sau', 'Sổ trực của Tổ công nghệ số')],
      },
    ],
    evidence: [
      image('tap-ho-so-mau', 'Một trang hồ sơ mẫu có chú giải', 'CONTENT'),
      paper('thong-ke-loi-ho-so', 'Thống kê lỗi của 1.150 hồ sơ', 'STATE_BEFORE'),
      confirmation('xac-nhan-trung-tam', 'Giấy xác nhận áp dụng của Trung tâm'),
    ],
    submittedDaysAgo: 447, formalCheck: { daysAgo: 430 },
    evaluation: {
      quality: { novelty: 72, effectiveness: 85, replicability: 88 },
      comments: {
        'cao-minh-hue': 'Đã trở thành tài liệu làm việc hằng ngày của quầy tiếp nhận.',
        'do-hai-van': 'Cách đi từ thống kê lỗi đến giải pháp rất thuyết phục.',
      },
    },
  },
  {
    key: 'quay-chu-ky-so', campaign: 'dang-cham', state: 'UNDER_EVALUATION',
    title: 'Quầy “mười phút” hỗ trợ cài chữ ký số cá nhân và nộp hồ sơ trực tuyến tại chỗ',
    kind: 'OPERATIONAL', field: 'CDS', unit: 'hanh-chinh-cong', stateFunded: true, firstAppliedDaysAgo: 204, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Dù được miễn phí đăng ký, chỉ 6% người trưởng thành trên địa bàn có chữ ký số cá nhân. Nhiều người đã có tài khoản định danh nhưng vẫn in hồ sơ ra giấy vì không biết ký điện tử. Công chức tiếp nhận vừa nhận hồ sơ vừa hướng dẫn cài đặt nên hàng chờ thêm dài.',
      content: 'Trung tâm tách riêng một quầy với hai ghế, một máy tính bảng và một sạc dự phòng, do đoàn viên và thành viên Tổ công nghệ số trực theo lịch. Quy trình cài đặt được rút gọn thành sáu bước in trên một tấm thẻ, mỗi bước kèm ảnh chụp màn hình của hai hệ điều hành. Người dân tự thao tác trên điện thoại của mình, người hỗ trợ hướng dẫn theo tấm thẻ, không cầm máy và không hỏi mật khẩu. Sau khi cài xong, người dân ký thử ngay hồ sơ thật đang cần nộp. Trường hợp không thành công được ghi nguyên nhân để gửi nhà cung cấp vào thứ Sáu hằng tuần.',
      novelty: 'Quầy hỗ trợ tách khỏi quầy tiếp nhận, có quy tắc “không cầm máy của dân” và gắn việc cài đặt với một hồ sơ thật để người dân dùng được ngay.',
      conditions: 'Một bàn, một máy tính bảng, sóng Wi-Fi; mỗi ca hai người đã tập huấn nửa ngày.',
      benefitAuthor: 'Sau năm tháng có 1.480 người được cài chữ ký số tại quầy; tỷ lệ hồ sơ nộp trực tuyến toàn trình của Trung tâm tăng từ 62% lên 88%.',
      benefitAdopters: 'Thời gian phục vụ trung bình tại quầy là chín phút; người cao tuổi yên tâm vì không phải đưa điện thoại cho người khác.',
    },
    publicSummary: 'Một quầy riêng giúp người dân tự cài chữ ký số trong khoảng mười phút và ký ngay hồ sơ đang cần nộp, người hỗ trợ không cầm máy và không hỏi mật khẩu.',
    authors: [author('hoang-nhat-minh', 5500), author('tong-gia-hung', 4500)],
    adopters: [adopter('nguyen-manh-khoi', 'Tổ chức đoàn viên trực quầy theo lịch, tập huấn sáu bước')],
    applications: [
      {
        unit: 'hanh-chinh-cong', fromDaysAgo: 204, status: 'APPLIED', benefit: estimated(52_000_000), confirmedBy: 'cao-minh-hue',
        measures: [
          measure('Hồ sơ nộp trực tuyến toàn trình', '%', 62, 88, '2 tháng trước và 2 tháng gần nhất', 'Hệ thống thông tin giải quyết thủ tục hành chính'),
          measure('Người được cài chữ ký số tại quầy', 'người', 0, 1480, 'Lũy kế 5 tháng', 'Sổ trực quầy'),
        ],
      },
    ],
    evidence: [
      image('the-sau-buoc', 'Thẻ hướng dẫn sáu bước', 'CONTENT'),
      paper('lich-truc-quay', 'Lịch trực quầy và danh sách tập huấn', 'APPLICATION'),
    ],
    submittedDaysAgo: 96, formalCheck: { daysAgo: 79 },
    evaluation: {
      quality: { novelty: 70, effectiveness: 82, replicability: 86 },
      submittedBy: ['ngo-bich-hao', 'doan-minh-chau', 'do-hai-van', 'ha-ngoc-binh'], draftBy: ['cao-minh-hue', 'hoang-gia-bach'],
      comments: {
        'ngo-bich-hao': 'Quy tắc không cầm máy của dân nên đưa vào quy trình chung của phường.',
        'do-hai-van': 'Tấm thẻ sáu bước dễ hiểu, có thể dùng cho phụ huynh các trường.',
      },
    },
  },
  {
    key: 'mot-cua-luu-dong', campaign: 'dang-mo', state: 'ACCEPTED',
    title: 'Tổ một cửa lưu động phục vụ người cao tuổi, người khuyết tật tại nhà theo lịch tuần',
    kind: 'MANAGEMENT', field: 'CCHC', unit: 'hanh-chinh-cong', stateFunded: true, firstAppliedDaysAgo: 132, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Toàn phường có 214 người khuyết tật nặng và hơn 600 người trên 80 tuổi. Khi cần chứng thực chữ ký, ủy quyền nhận lương hưu hay làm hồ sơ trợ cấp, các gia đình phải thuê xe đưa người bệnh đến trụ sở; năm trước có 57 trường hợp bỏ dở hồ sơ vì không đi lại được.',
      content: 'Tổ lưu động gồm một công chức chứng thực, một công chức tiếp nhận và một thành viên Tổ công nghệ số, đi vào chiều thứ Tư hằng tuần. Tổ trưởng dân phố đăng ký hộ trước thứ Hai bằng biểu mẫu, ghi rõ việc cần làm để chuẩn bị giấy tờ. Tuyến đi được xếp theo cụm tổ dân phố, mỗi buổi từ sáu đến tám nhà. Hồ sơ được nhập ngay trên máy tính xách tay kết nối mạng riêng của phường, biên nhận in tại chỗ bằng máy in nhỏ. Kết quả được trả tại nhà vào buổi kế tiếp hoặc gửi bưu chính. Trường hợp không đủ điều kiện được giải thích tại chỗ và ghi vào nhật ký của tổ.',
      novelty: 'Việc phục vụ tại nhà trước đây chỉ làm khi có đề nghị riêng lẻ; nay thành lịch cố định, có tuyến, có biên nhận và nhật ký, áp dụng cho cả tiếp nhận và trả kết quả.',
      conditions: 'Một máy tính xách tay, một máy in nhỏ, chi phí xăng xe khoảng 400.000 đồng mỗi tháng, văn bản phân công của Trung tâm.',
      benefitAuthor: 'Sau bốn tháng, tổ đã phục vụ 118 lượt tại nhà; không còn hồ sơ bỏ dở vì lý do đi lại trong nhóm đã đăng ký.',
      benefitAdopters: 'Gia đình tiết kiệm tiền thuê xe, trung bình 250.000 đồng mỗi lượt; người bệnh không phải chờ đợi ở nơi đông người.',
    },
    publicSummary: 'Chiều thứ Tư hằng tuần, một tổ ba người đến tận nhà người cao tuổi, người khuyết tật để chứng thực, tiếp nhận và trả kết quả theo tuyến đã đăng ký.',
    authors: [author('cao-minh-hue', 5000), author('mac-lan-huong', 5000)],
    adopters: [
      adopter('mai-thi-nhan', 'Rà soát, đăng ký các hộ của Tổ dân phố số 12'),
      adopter('vu-thanh-tam', 'Đối chiếu danh sách đối tượng bảo trợ xã hội'),
    ],
    applications: [
      {
        unit: 'hanh-chinh-cong', fromDaysAgo: 132, status: 'APPLIED', benefit: counted(29_500_000),
        measures: [
          measure('Lượt phục vụ tại nhà', 'lượt/tháng', 4, 29, 'Bình quân năm trước và 4 tháng áp dụng', 'Nhật ký tổ lưu động'),
          measure('Hồ sơ bỏ dở vì không đi lại được', 'hồ sơ/tháng', 5, 0, 'Bình quân năm trước và 4 tháng áp dụng', 'Sổ theo dõi hồ sơ'),
        ],
      },
      {
        unit: 'to-dan-pho-12', fromDaysAgo: 118, status: 'APPLIED', benefit: notCountable, confirmedBy: 'mai-thi-nhan',
        measures: [measure('Hộ được phục vụ tại nhà', 'hộ', 0, 23, 'Lũy kế 4 tháng', 'Sổ theo dõi của tổ dân phố')],
      },
    ],
    evidence: [
      image('tuyen-di-theo-tuan', 'Sơ đồ tuyến đi theo tuần', 'CONTENT'),
      paper('nhat-ky-to-luu-dong', 'Trích nhật ký của tổ lưu động', 'APPLICATION'),
    ],
    submittedDaysAgo: 24,
    formalCheck: {
      daysAgo: 20, answeredDaysAgo: 13,
      faults: [
        { reason: 'STATE_BEFORE_NO_FIGURES', note: 'Chưa có số lượng người thuộc diện phục vụ và số hồ sơ bỏ dở.' },
        { reason: 'CONTENT_NOT_REPRODUCIBLE', note: 'Chưa mô tả cách đăng ký và cách xếp tuyến.' },
      ],
      firstVersion: {
        stateBefore: 'Nhiều người cao tuổi, người khuyết tật trên địa bàn đi lại khó khăn. Khi cần làm giấy tờ, các gia đình phải thuê xe đưa người bệnh đến trụ sở hoặc bỏ dở hồ sơ.',
        content: 'Thành lập tổ lưu động gồm ba người, mỗi tuần đi một buổi đến nhà người cao tuổi, người khuyết tật để tiếp nhận hồ sơ. Hồ sơ được nhập ngay trên máy tính xách tay, biên nhận in tại chỗ. Kết quả được trả tại nhà hoặc gửi bưu chính.',
      },
    },
  },
  {
    key: 'tu-kiem-tra-the-thuc', campaign: 'dang-mo', state: 'DRAFT',
    title: 'Bộ mẫu văn bản điện tử tự kiểm tra thể thức trước khi trình ký',
    kind: 'TECHNICAL', field: 'CCHC', unit: 'van-phong', stateFunded: true, firstAppliedDaysAgo: 75, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Trung bình mỗi tuần văn thư trả lại 18 dự thảo vì sai thể thức: thiếu nơi nhận, sai cỡ chữ, sai cách ghi ký thay. Mỗi lần trả lại làm chậm phát hành từ nửa ngày đến một ngày.',
      content: 'Bộ mẫu gồm 12 loại văn bản phường dùng nhiều nhất, trong đó các thành phần thể thức được khóa định dạng và chỉ để trống phần nội dung. Khi lưu, một đoạn kiểm tra đơn giản rà các lỗi hay gặp như thiếu căn cứ, thiếu nơi nhận, chức danh ký không khớp hình thức TM., KT. hoặc TL. Lỗi hiện thành danh sách ở đầu tệp, kèm điều khoản của Nghị định số 30/2020/NĐ-CP. Văn thư cập nhật danh sách lỗi mỗi quý. Chuyên viên chỉ trình khi danh sách trống.',
      novelty: 'Việc kiểm tra thể thức chuyển từ văn thư sang người soạn thảo, ngay trong lúc soạn; tại phường chưa có bộ mẫu nào tự rà lỗi.',
      conditions: 'Phần mềm soạn thảo sẵn có trên máy; một buổi hướng dẫn cho mỗi phòng.',
      benefitAuthor: 'Trong hai tháng dùng thử tại Văn phòng, số dự thảo bị trả lại giảm từ 18 còn 5 mỗi tuần.',
      benefitAdopters: 'Văn thư có thêm thời gian cho việc số hóa hồ sơ lưu trữ.',
    },
    publicSummary: 'Bộ mẫu 12 loại văn bản tự rà lỗi thể thức ngay khi soạn thảo, giúp giảm số dự thảo bị văn thư trả lại.',
    authors: [author('mac-lan-huong', 5000), author('trinh-mai-phuong', 3000), author('dao-thu-ngan', 2000)], consentPending: ['dao-thu-ngan'],
    adopters: [adopter('pham-tuan-kiet', 'Viết đoạn kiểm tra tự động và cài đặt trên máy các phòng')],
    applications: [
      {
        unit: 'van-phong', fromDaysAgo: 75, status: 'TRIAL', benefit: notCountable,
        measures: [measure('Dự thảo bị trả lại vì sai thể thức', 'dự thảo/tuần', 18, 5, '4 tuần trước và 4 tuần gần nhất', 'Sổ theo dõi của văn thư')],
      },
    ],
    evidence: [paper('mau-to-trinh-co-kiem-tra', 'Mẫu tờ trình có danh sách lỗi ở đầu tệp', 'CONTENT')],
  },
];
