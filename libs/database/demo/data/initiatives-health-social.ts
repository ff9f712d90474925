import { adopter, author, confirmation, counted, estimated, image, measure, notCountable, paper, secretPaper } from './build.js';
import type { DemoInitiative } from './types.js';

/** Health station and social protection. */
export const healthSocialInitiatives: readonly DemoInitiative[] = [
  {
    key: 'bo-gay-qr', campaign: 'da-quyet-dinh', state: 'RECOGNISED',
    title: 'Giám sát ổ bọ gậy phòng sốt xuất huyết bằng mã QR tại từng ngõ',
    kind: 'TECH_APPLICATION', field: 'YT', unit: 'tram-y-te', investor: 'ubnd', stateFunded: true, firstAppliedDaysAgo: 418, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Mùa mưa năm trước phường ghi nhận 74 ca sốt xuất huyết. Việc kiểm tra bọ gậy ghi trên phiếu giấy, mỗi tháng khoảng 1.900 phiếu, phải nhập lại mất bốn ngày nên khi có số liệu thì ổ dịch đã lan. Không ai biết ngõ nào đã bị bỏ sót.',
      content: 'Phường chia thành 168 đoạn ngõ, đầu mỗi ngõ gắn một tấm mica có mã QR. Cộng tác viên quét mã khi đến, đánh dấu số dụng cụ chứa nước đã xem, số có bọ gậy và việc đã làm; biểu mẫu chỉ có sáu ô bấm, dùng được cả khi mất mạng. Bản đồ tô màu tự cập nhật: trắng là chưa kiểm tra trong 14 ngày, xanh là an toàn, cam là có bọ gậy. Trạm Y tế nhìn bản đồ mỗi sáng để giao lại ngõ trắng và cử người xử lý ngõ cam trong 48 giờ. Người dân quét cùng mã để báo nơi nước đọng, ảnh được gửi về Trạm. Chiều thứ Bảy cuối tháng, ngõ xanh liên tục ba tháng được biểu dương trên loa của tổ dân phố. Dữ liệu không ghi tên chủ hộ.',
      novelty: 'Lần đầu việc giám sát véc tơ ở phường gắn với từng đoạn ngõ và nhìn thấy ngay nơi bị bỏ sót; người dân và cộng tác viên dùng chung một mã.',
      conditions: '168 tấm mica khoảng 4,2 triệu đồng, điện thoại của cộng tác viên, một cán bộ theo dõi bản đồ 15 phút mỗi ngày.',
      benefitAuthor: 'Số ca mắc trong mùa mưa giảm từ 74 còn 21, tỷ lệ ngõ được kiểm tra đúng kỳ tăng từ 58% lên 97%; bỏ hẳn bốn ngày nhập phiếu mỗi tháng.',
      benefitAdopters: 'Cộng tác viên cho biết ghi nhận một nhà chỉ mất 20 giây, tổ trưởng dân phố có căn cứ nhắc nhở từng ngõ.',
    },
    publicSummary: 'Mã QR ở 168 đầu ngõ giúp cộng tác viên và người dân báo ổ bọ gậy, bản đồ chỉ ngay nơi bị bỏ sót. Số ca sốt xuất huyết mùa mưa giảm từ 74 còn 21.',
    authors: [author('nguyen-phuong-thuy', 5000), author('nguyen-viet-thuan', 2000), author('tong-gia-hung', 3000)],
    adopters: [
      adopter('mai-thi-nhan', 'Vận hành tại Tổ dân phố số 12, đề xuất phần biểu dương ngõ xanh'),
      adopter('ta-hong-son', 'Chia đoạn ngõ trên bản đồ hạ tầng'),
    ],
    applications: [
      {
        unit: 'tram-y-te', fromDaysAgo: 418, status: 'APPLIED', benefit: counted(148_000_000), confirmedBy: 'quach-bich-lien',
        measures: [
          measure('Ca sốt xuất huyết trong mùa mưa', 'ca', 74, 21, 'Hai mùa mưa liên tiếp', 'Báo cáo bệnh truyền nhiễm của Trạm'),
          measure('Đoạn ngõ được kiểm tra đúng kỳ 14 ngày', '%', 58, 97, '3 tháng trước và 3 tháng sau', 'Bản đồ giám sát'),
          measure('Thời gian nhập phiếu giấy', 'ngày công/tháng', 4, 0, 'Trước và sau khi bỏ phiếu giấy', 'Bảng phân công của Trạm'),
        ],
      },
      {
        unit: 'to-dan-pho-12', fromDaysAgo: 360, status: 'APPLIED', benefit: notCountable, confirmedBy: 'mai-thi-nhan',
        measures: [measure('Hộ có dụng cụ chứa bọ gậy', '%', 18, 4, '2 tháng trước và 2 tháng sau', 'Bản đồ giám sát')],
      },
      {
        unit: 'th-song-cam', fromDaysAgo: 320, status: 'APPLIED', benefit: notCountable, confirmedBy: 'pham-thu-giang',
        measures: [measure('Điểm nước đọng trong khuôn viên trường', 'điểm', 11, 1, 'Trước và sau 6 tuần', 'Nhật ký của đội trực')],
      },
    ],
    evidence: [
      image('ban-do-ngo-xanh-cam', 'Bản đồ giám sát các đoạn ngõ', 'CONTENT'),
      image('tam-mica-ma-qr', 'Tấm mica mã QR ở đầu ngõ', 'CONTENT'),
      paper('bao-cao-ca-benh-hai-mua', 'Số ca mắc hai mùa mưa', 'APPLICATION'),
      confirmation('xac-nhan-tram-y-te', 'Xác nhận áp dụng của Trạm Y tế'),
    ],
    submittedDaysAgo: 255, formalCheck: { daysAgo: 244 },
    evaluation: {
      quality: { novelty: 91, effectiveness: 93, replicability: 91 },
      comments: {
        'ngo-bich-hao': 'Hiệu quả rõ, nhiều bên cùng tham gia. Đề nghị đề xuất công nhận cấp thành phố.',
        'do-hai-van': 'Có thể mời học sinh tham gia quan sát cùng gia đình.',
        'ha-ngoc-binh': 'Giảm được việc ghi chép cho cộng tác viên, mọi người đều ủng hộ.',
        'do-trong-nghia': 'Cần loại trừ yếu tố thời tiết khi so hai mùa, nhưng tỷ lệ ngõ được kiểm tra là số liệu chắc chắn.',
      },
    },
  },
  {
    key: 'lich-tiem-chung', campaign: 'nam-truoc', state: 'RECOGNISED',
    title: 'Lịch hẹn tiêm chủng theo khung giờ và gọi lại trẻ trễ mũi',
    kind: 'OPERATIONAL', field: 'YT', unit: 'tram-y-te', stateFunded: true, firstAppliedDaysAgo: 640, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Ngày tiêm chủng hằng tháng có khoảng 180 trẻ đến cùng lúc từ 7 giờ, phụ huynh chờ trung bình 75 phút, khu theo dõi sau tiêm quá tải. Tỷ lệ trẻ trễ mũi trên 30 ngày là 12%.',
      content: 'Trạm chia buổi tiêm thành tám khung 30 phút, mỗi khung 22 trẻ, ưu tiên trẻ dưới hai tháng ở khung đầu. Giấy hẹn có khung giờ được in từ phần mềm tiêm chủng và nhắn lại trước hai ngày. Bàn khám sàng lọc và bàn tiêm hoạt động so le để khu theo dõi luôn có tối đa 25 trẻ. Chiều ngày tiêm, điều dưỡng lọc danh sách vắng và gọi điện theo kịch bản ngắn ghi rõ lý do. Trẻ hoãn tiêm được hẹn buổi vét sau bảy ngày. Danh sách gọi hai lần không gặp được chuyển cộng tác viên đến nhà.',
      novelty: 'Trước đây Trạm chỉ hẹn ngày. Khung giờ, bàn so le và gọi lại ngay trong ngày được kết hợp thành một quy trình duy nhất.',
      conditions: 'Phần mềm tiêm chủng hiện có, một điện thoại bàn, hai điều dưỡng gọi khoảng một giờ mỗi buổi tiêm.',
      benefitAuthor: 'Thời gian chờ giảm từ 75 còn 28 phút; tỷ lệ trễ mũi trên 30 ngày giảm từ 12% còn 3,5%.',
      benefitAdopters: 'Nhân viên theo dõi đủ 30 phút sau tiêm cho từng trẻ, phụ huynh không phải xin nghỉ cả buổi sáng.',
    },
    publicSummary: 'Buổi tiêm chủng chia thành tám khung giờ, trẻ vắng được gọi lại ngay trong ngày. Thời gian chờ giảm còn 28 phút và tỷ lệ trễ mũi còn 3,5%.',
    authors: [author('nguyen-phuong-thuy', 7500), author('dang-hoai-thu', 2500)],
    adopters: [adopter('pham-minh-tuyet', 'Vận động chi hội phụ nữ nhắc lịch tiêm tại các ngõ')],
    applications: [
      {
        unit: 'tram-y-te', fromDaysAgo: 640, status: 'APPLIED', benefit: estimated(40_000_000), confirmedBy: 'quach-bich-lien',
        measures: [
          measure('Thời gian chờ tiêm', 'phút', 75, 28, '3 buổi tiêm trước và 3 buổi tiêm sau', 'Phiếu ghi giờ tại cổng'),
          measure('Trẻ trễ mũi trên 30 ngày', '%', 12, 3.5, '6 tháng trước và 6 tháng sau', 'Phần mềm tiêm chủng'),
        ],
      },
      {
        unit: 'mn-phuong-do', fromDaysAgo: 540, status: 'APPLIED', benefit: notCountable, confirmedBy: 'dang-thuy-mien',
        measures: [measure('Thời gian chờ khám sức khỏe định kỳ của trẻ', 'phút', 50, 18, 'Hai đợt khám liên tiếp', 'Sổ khám sức khỏe của trường')],
      },
    ],
    evidence: [paper('so-do-ban-tiem', 'Sơ đồ bàn khám và bàn tiêm so le', 'CONTENT'), confirmation('xac-nhan-tram-y-te-tiem', 'Xác nhận của Trạm Y tế')],
    submittedDaysAgo: 443, formalCheck: { daysAgo: 427 },
    evaluation: {
      quality: { novelty: 70, effectiveness: 84, replicability: 82 },
      comments: {
        'hoang-gia-bach': 'Quy trình đơn giản, số liệu lấy từ phần mềm nên tin cậy.',
        'ha-ngoc-binh': 'Nên nhân rộng sang khám sức khỏe định kỳ người cao tuổi.',
      },
    },
  },
  {
    key: 'the-mau-tang-huyet-ap', campaign: 'dang-cham', state: 'UNDER_EVALUATION',
    title: 'Theo dõi người bệnh tăng huyết áp, đái tháo đường bằng thẻ màu và nhắc tái khám',
    kind: 'OPERATIONAL', field: 'YT', unit: 'tram-y-te', stateFunded: true, firstAppliedDaysAgo: 312, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Trạm quản lý 1.260 người bệnh tăng huyết áp và đái tháo đường, nhưng chỉ 54% tái khám đúng hẹn. Sổ theo dõi xếp theo ngày đăng ký nên khó nhận ra ai đang ở mức nguy cơ cao. Mỗi tháng có ba đến bốn người phải cấp cứu do bỏ thuốc.',
      content: 'Mỗi người bệnh có một thẻ treo tại Trạm và một thẻ nhỏ mang về, cùng màu: xanh là ổn định, vàng là cần theo dõi, đỏ là nguy cơ cao. Màu được xác định sau mỗi lần khám theo ngưỡng do bác sĩ thống nhất. Thẻ đỏ được gọi điện sau ba ngày, thẻ vàng sau mười ngày, thẻ xanh chỉ nhắn trước ngày tái khám. Khi lĩnh thuốc, dược sĩ hỏi ba câu về việc dùng thuốc và ghi vào mặt sau thẻ. Câu lạc bộ sức khỏe của tổ dân phố đo huyết áp vào sáng thứ Bảy, ai vượt ngưỡng được đổi thẻ trong ngày. Cuối tháng, Trạm đếm số thẻ theo màu để điều chỉnh nhân lực.',
      novelty: 'Cách phân tầng bằng thẻ màu nhìn thấy ngay, gắn với lịch gọi điện khác nhau cho từng mức và có sự tham gia của dược sĩ.',
      conditions: 'In thẻ khoảng 2.500 đồng một người, hai điều dưỡng gọi điện một giờ mỗi ngày.',
      benefitAuthor: 'Tỷ lệ tái khám đúng hẹn tăng từ 54% lên 83%, số lượt cấp cứu do bỏ thuốc giảm từ 3,5 còn 1 lượt mỗi tháng.',
      benefitAdopters: 'Người bệnh cao tuổi nhớ màu thẻ của mình và chủ động đến đo; con cháu dễ theo dõi giúp.',
    },
    confidentialParts: 'Danh sách người bệnh và ngưỡng phân tầng cá thể trong phụ lục là thông tin sức khỏe, chỉ cung cấp cho Hội đồng khi cần thẩm tra tại Trạm.',
    publicSummary: 'Thẻ ba màu giúp Trạm Y tế biết ngay người bệnh nào cần gọi sớm; tỷ lệ tái khám đúng hẹn tăng từ 54% lên 83%.',
    authors: [author('quach-bich-lien', 4000), author('dang-hoai-thu', 3500), author('nguyen-phuong-thuy', 2500)],
    adopters: [adopter('nguyen-viet-thuan', 'Tổ chức đo huyết áp sáng thứ Bảy tại Tổ dân phố số 7')],
    applications: [
      {
        unit: 'tram-y-te', fromDaysAgo: 312, status: 'APPLIED', benefit: estimated(85_000_000),
        measures: [
          measure('Người bệnh tái khám đúng hẹn', '%', 54, 83, '4 tháng trước và 4 tháng gần nhất', 'Sổ quản lý bệnh không lây nhiễm'),
          measure('Lượt cấp cứu do bỏ thuốc', 'lượt/tháng', 3.5, 1, '6 tháng trước và 6 tháng sau', 'Sổ chuyển tuyến'),
        ],
      },
      {
        unit: 'to-dan-pho-7', fromDaysAgo: 250, status: 'APPLIED', benefit: notCountable, confirmedBy: 'nguyen-viet-thuan',
        measures: [measure('Người được đo huyết áp hằng tuần', 'người', 0, 64, 'Bình quân 3 tháng', 'Sổ của câu lạc bộ sức khỏe')],
      },
    ],
    evidence: [image('bo-the-ba-mau', 'Bộ thẻ ba màu', 'CONTENT'), secretPaper('phu-luc-nguong-phan-tang', 'Phụ lục ngưỡng phân tầng', 'CONTENT')],
    submittedDaysAgo: 94, formalCheck: { daysAgo: 77 },
    evaluation: {
      quality: { novelty: 74, effectiveness: 85, replicability: 82 },
      submittedBy: ['ngo-bich-hao', 'do-hai-van', 'ha-ngoc-binh', 'cao-minh-hue', 'doan-minh-chau', 'do-trong-nghia'], draftBy: ['hoang-gia-bach'],
      comments: {
        'do-trong-nghia': 'Lợi ích ước tính chưa có cách tính kèm theo, phần còn lại tốt.',
        'ngo-bich-hao': 'Dễ hiểu với người cao tuổi, rất nên duy trì.',
      },
    },
  },
  {
    key: 'thu-hoi-thuoc', campaign: 'dang-mo', state: 'DRAFT',
    title: 'Điểm thu hồi thuốc quá hạn trong hộ gia đình tại Trạm Y tế',
    kind: 'MANAGEMENT', field: 'YT', unit: 'tram-y-te', stateFunded: true, firstAppliedDaysAgo: 45, firstAppliedKind: 'TRIED',
    texts: {
      stateBefore: 'Kiểm tra tủ thuốc của 60 hộ thấy 41 hộ có thuốc quá hạn, phần lớn bỏ vào thùng rác sinh hoạt hoặc để lẫn với thuốc đang dùng.',
      content: 'Trạm đặt hộp thu hồi có khóa ở quầy dược, người dân bỏ thuốc vào và ghi vào sổ loại thuốc, không ghi tên. Hằng tháng, dược sĩ phân loại và bàn giao đơn vị xử lý chất thải y tế.',
      novelty: '', conditions: '', benefitAuthor: 'Sau sáu tuần thu được 14 kg thuốc quá hạn từ khoảng 130 hộ.', benefitAdopters: '',
    },
    unfinished: ['novelty', 'conditions', 'benefitAdopters'],
    publicSummary: 'Hộp thu hồi thuốc quá hạn đặt tại quầy dược của Trạm Y tế.',
    authors: [author('dang-hoai-thu', 10000)], adopters: [], applications: [], evidence: [],
  },
  {
    key: 'chi-tra-tro-cap', campaign: 'da-quyet-dinh', state: 'RECOGNISED',
    title: 'Chi trả trợ cấp xã hội qua tài khoản kết hợp xác minh định kỳ tại nhà cho người không dùng được điện thoại',
    kind: 'MANAGEMENT', field: 'VHXH', unit: 'vhxh', stateFunded: true, firstAppliedDaysAgo: 365, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Phường có 1.740 người hưởng trợ cấp xã hội, trong đó 62% nhận tiền mặt tại điểm chi trả trong ba ngày đầu tháng. Người nhận hộ không có giấy ủy quyền chiếm khoảng 15%. Năm trước phải thu hồi 23 triệu đồng do người hưởng đã qua đời hoặc chuyển đi mà chưa cắt giảm kịp.',
      content: 'Phòng rà soát từng người và chia ba nhóm: tự dùng tài khoản, dùng tài khoản qua người giám hộ hợp pháp, và không thể dùng tài khoản. Hai nhóm đầu được ngân hàng mở tài khoản miễn phí tại nhà văn hóa theo lịch. Nhóm thứ ba nhận tiền tại nhà cùng lúc với việc xác minh tình trạng sống và hoàn cảnh. Mỗi quý, tổ trưởng dân phố xác nhận danh sách theo mẫu một dòng, chỉ đánh dấu thay đổi. Danh sách đối chiếu với dữ liệu hộ tịch trước ngày 25 hằng tháng để dừng chi đúng lúc. Người vắng mặt hai kỳ liên tiếp được xác minh trước khi tiếp tục chi.',
      novelty: 'Chuyển việc chi trả không tiền mặt thành dịp rà soát đối tượng; người không dùng được điện thoại vẫn được phục vụ tại nhà, không bị bỏ lại phía sau.',
      conditions: 'Thỏa thuận với ngân hàng về miễn phí duy trì tài khoản, văn bản phối hợp với bộ phận hộ tịch, kinh phí đi lại khoảng 600.000 đồng mỗi tháng.',
      benefitAuthor: 'Tỷ lệ chi qua tài khoản đạt 91%; số tiền chi sai đối tượng phải thu hồi giảm từ 23 triệu còn 1,1 triệu đồng một năm.',
      benefitAdopters: 'Người hưởng không phải chờ tại điểm chi trả; tổ dân phố có danh sách luôn đúng.',
    },
    publicSummary: 'Trợ cấp được chi qua tài khoản cho 91% người hưởng, người không dùng được điện thoại nhận tại nhà cùng lúc với xác minh, gần như hết chi sai đối tượng.',
    authors: [author('vu-thanh-tam', 6500), author('nguyen-dieu-thao', 3500)],
    adopters: [adopter('dinh-quynh-trang', 'Đối chiếu danh sách với dữ liệu hộ tịch hằng tháng'), adopter('mai-thi-nhan', 'Xác nhận biến động tại Tổ dân phố số 12')],
    applications: [
      {
        unit: 'vhxh', fromDaysAgo: 365, status: 'APPLIED', benefit: counted(58_300_000), confirmedBy: 'bui-hanh-nguyen',
        measures: [
          measure('Người nhận trợ cấp qua tài khoản', '%', 38, 91, 'Tháng trước khi áp dụng và tháng thứ năm', 'Danh sách chi trả'),
          measure('Số tiền chi sai đối tượng phải thu hồi', 'triệu đồng/năm', 23, 1.1, 'Năm trước và quy đổi thời gian áp dụng', 'Báo cáo quyết toán'),
        ],
      },
      {
        unit: 'to-dan-pho-12', fromDaysAgo: 330, status: 'APPLIED', benefit: notCountable, confirmedBy: 'mai-thi-nhan',
        measures: [measure('Biến động đối tượng được báo trước ngày 25', '%', 40, 100, '3 tháng trước và 3 tháng sau', 'Mẫu xác nhận của tổ dân phố')],
      },
    ],
    evidence: [paper('mau-xac-nhan-mot-dong', 'Mẫu xác nhận một dòng của tổ dân phố', 'CONTENT'), confirmation('xac-nhan-phong-vhxh', 'Xác nhận của Phòng Văn hóa – Xã hội')],
    submittedDaysAgo: 241, formalCheck: { daysAgo: 227 },
    evaluation: {
      quality: { novelty: 67, effectiveness: 83, replicability: 79 },
      comments: {
        'do-trong-nghia': 'Tiết kiệm ngân sách có chứng từ. Tính mới ở mức khá.',
        'doan-minh-chau': 'Quan tâm đến người không dùng được điện thoại là điểm khác biệt.',
      },
    },
  },
  {
    key: 'ngan-hang-xe-lan', campaign: 'dang-mo', state: 'WITHDRAWN',
    title: 'Ngân hàng xe lăn, giường bệnh cho mượn của Hội Liên hiệp Phụ nữ phường',
    kind: 'MANAGEMENT', field: 'VHXH', unit: 'mat-tran', stateFunded: false, firstAppliedDaysAgo: 175, firstAppliedKind: 'APPLIED',
    texts: {
      stateBefore: 'Nhiều gia đình mua xe lăn, giường bệnh chỉ dùng vài tháng rồi để không, trong khi hộ khó khăn phải thuê với giá 300.000 đồng mỗi tháng. Hội thống kê được 48 thiết bị đang bỏ không trong địa bàn.',
      content: 'Hội lập danh sách thiết bị do các gia đình gửi tặng hoặc cho mượn lại, dán mã và chụp ảnh tình trạng. Người cần mượn đăng ký qua chi hội trưởng, thời hạn ba tháng và được gia hạn. Hội viên có nghề sửa xe kiểm tra và thay lốp trước mỗi lượt cho mượn. Khi trả, thiết bị được lau khử khuẩn và ghi vào sổ. Mỗi quý, Hội công khai danh sách và quỹ sửa chữa.',
      novelty: 'Lần đầu có đầu mối chung cho thiết bị chăm sóc tại nhà, thay cho việc hỏi mượn lẻ tẻ.',
      conditions: 'Một phòng kho 12 mét vuông, quỹ sửa chữa nhỏ do hội viên đóng góp.',
      benefitAuthor: 'Sau năm tháng có 37 thiết bị, phục vụ 52 lượt mượn.',
      benefitAdopters: 'Gia đình được mượn tiết kiệm trung bình 900.000 đồng mỗi lượt.',
    },
    publicSummary: 'Hội Phụ nữ gom xe lăn, giường bệnh không dùng đến để cho các gia đình cần mượn miễn phí.',
    authors: [author('pham-minh-tuyet', 10000)],
    adopters: [adopter('mai-thi-nhan', 'Nhận đăng ký mượn tại Tổ dân phố số 12')],
    applications: [
      {
        unit: 'mat-tran', fromDaysAgo: 175, status: 'APPLIED', benefit: counted(46_800_000),
        measures: [measure('Lượt mượn thiết bị', 'lượt/tháng', 0, 10, 'Bình quân 5 tháng', 'Sổ cho mượn')],
      },
    ],
    evidence: [image('kho-thiet-bi', 'Kho thiết bị cho mượn', 'CONTENT')],
    submittedDaysAgo: 22,
    withdrawal: { daysAgo: 12, reason: 'Hội Liên hiệp Phụ nữ phường muốn hoàn thiện quy định về trách nhiệm khi thiết bị hỏng và nộp lại trong đợt sau.' },
  },
];
