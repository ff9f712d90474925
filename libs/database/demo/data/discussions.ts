import type { DemoDiscussion } from './types.js';

/** What members who have scored say to each other in the session that scores. */
export const discussions: readonly DemoDiscussion[] = [
  {
    session: 'phien-dang-cham', initiative: 'nhac-ho-tich',
    note: { by: 'doan-minh-chau', text: 'Đưa vào biên bản: đề nghị tác giả bổ sung thời hạn lưu danh sách của Trạm Y tế.' },
    threads: [
      {
        kind: 'REMARK', isSettled: true,
        posts: [
          { by: 'hoang-gia-bach', text: 'Số trường hợp đăng ký khai sinh quá hạn giảm từ 31 xuống 7 là so sánh cùng kỳ sáu tháng, cùng lấy từ sổ đăng ký khai sinh, nên đối chiếu được. Các hồ sơ khác trong đợt cũng nên trình bày như vậy.' },
          { by: 'ha-ngoc-binh', text: 'Tôi đồng ý. Phần khai tử cũng dẫn nguồn rõ.' },
        ],
      },
      {
        kind: 'QUESTION',
        posts: [
          {
            by: 'ha-ngoc-binh', mentions: ['doan-minh-chau'],
            text: 'Danh sách Trạm Y tế gửi hằng tuần có họ tên và số điện thoại của gia đình. Hồ sơ chưa nói ai được xem và lưu trong bao lâu. @Đoàn Minh Châu có nắm được nội dung này không?',
          },
          { by: 'doan-minh-chau', text: 'Biểu mẫu phối hợp kèm theo hồ sơ chỉ có họ tên, ngày và số điện thoại, chưa ghi thời hạn lưu. Tôi ghi lại để nêu tại phiên họp.' },
          { by: 'ngo-bich-hao', text: 'Nên có thêm một dòng trong quy chế phối hợp: chỉ công chức hộ tịch được xem, đối chiếu xong thì hủy. Việc này không làm thay đổi tính mới của giải pháp.' },
        ],
      },
    ],
  },
  {
    session: 'phien-dang-cham', initiative: 'the-mau-tang-huyet-ap',
    threads: [
      {
        kind: 'QUESTION',
        posts: [
          { by: 'do-hai-van', mentions: ['ngo-bich-hao'], text: 'Tỷ lệ tái khám tăng từ 54% lên 83% được tính trên bốn tháng, còn lượt cấp cứu tính trên sáu tháng. Có cần đề nghị Trạm thống nhất một kỳ so sánh không, thưa @Ngô Bích Hảo?' },
          { by: 'ngo-bich-hao', text: 'Hai chỉ tiêu lấy từ hai sổ khác nhau nên kỳ khác nhau vẫn chấp nhận được. Khi trình bày tại phiên họp, đề nghị tác giả nói rõ vì sao.' },
        ],
      },
    ],
  },
];
