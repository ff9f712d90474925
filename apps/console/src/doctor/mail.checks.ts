import { Config } from '@kit/config';
import { MailTransport } from '@kit/mail';
import { type Check, error, type Finding, ok, reasonOf, warning } from './finding.js';

/** The mail server: signs in and sends nothing. */
export function mailChecks(config: Config): readonly Check[] {
  return [{ part: 'mail', run: () => signIn(config) }];
}

async function signIn(config: Config): Promise<readonly Finding[]> {
  if (config.smtpUrl === null) {
    return [ok('mail', 'Không dùng thư điện tử (SMTP_URL trống): thông báo chỉ hiện trong ứng dụng.', 'No mail is sent (SMTP_URL is empty): notices appear in the app only.')];
  }
  const transport = new MailTransport(config);
  try {
    await transport.verify();
  } catch (fault) {
    return [error('mail', [`Máy chủ thư không nhận đăng nhập: ${reasonOf(fault)}.`, `The mail server does not let us in: ${reasonOf(fault)}.`], [
      'Vui lòng kiểm tra SMTP_URL: địa chỉ, cổng, tên và mật khẩu. Thư đang chờ sẽ được gửi sau.', 'Check SMTP_URL: address, port, name and password. Mails that wait are sent afterwards.',
    ])];
  } finally {
    transport.onApplicationShutdown();
  }
  if (/@localhost>?$/.test(config.mailFrom)) {
    return [warning('mail', ['Đăng nhập được, nhưng MAIL_FROM là địa chỉ localhost: thư dễ bị coi là thư rác.', 'Signing in works, but MAIL_FROM is an address at localhost: mails will be taken for spam.'], [
      'Vui lòng đặt MAIL_FROM là địa chỉ thật của cơ quan.', 'Set MAIL_FROM to a real address of the office.',
    ])];
  }
  return [ok('mail', 'Máy chủ thư nhận đăng nhập; chưa gửi thư nào.', 'The mail server lets us in; nothing was sent.')];
}
