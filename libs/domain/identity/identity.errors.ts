import { defineError, type NoDetails } from '@kit/errors';

/** One answer for an unknown name, a wrong password and an account that is closed. */
export const signInRefused = defineError<NoDetails>({
  code: 'SIGN_IN_REFUSED',
  kind: 'UNAUTHENTICATED',
  message: 'The name and the password do not belong together, or the account is closed.',
  vi: 'Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa.',
  fix: 'Vui lòng kiểm tra lại; nếu quên mật khẩu, liên hệ quản trị viên của phường.',
  fixEn: 'Check both; if you forgot the password, ask the administrator of the ward.',
});

/** Also for a right password: otherwise the limit would tell which guess was right. */
export const retryLater = defineError<{ readonly seconds: number }>({
  code: 'RETRY_LATER',
  kind: 'LIMIT',
  message: 'There were too many attempts under this name.',
  vi: 'Đã thử đăng nhập quá nhiều lần với tên này.',
  fix: 'Vui lòng chờ hết thời gian hiển thị rồi thử lại.',
  fixEn: 'Wait for the time shown, then try again.',
});

export const passwordChangeRequired = defineError<NoDetails>({
  code: 'PASSWORD_CHANGE_REQUIRED',
  kind: 'FORBIDDEN',
  message: 'The temporary password has to be changed first.',
  vi: 'Bạn đang dùng mật khẩu tạm.',
  fix: 'Vui lòng đổi mật khẩu trước khi tiếp tục.',
  fixEn: 'Change the password before you go on.',
});

export const currentPasswordWrong = defineError<NoDetails>({
  code: 'CURRENT_PASSWORD_WRONG',
  kind: 'VALIDATION',
  message: 'The current password is not right.',
  vi: 'Mật khẩu hiện tại không đúng.',
  fix: 'Vui lòng nhập lại mật khẩu hiện tại.',
  fixEn: 'Type the current password again.',
});

const newPassword = { kind: 'VALIDATION', fix: 'Vui lòng chọn mật khẩu khác.', fixEn: 'Choose another password.' } as const;

export const passwordTooShort = defineError({
  ...newPassword, code: 'PASSWORD_TOO_SHORT', message: 'A password has at least 10 characters.', vi: 'Mật khẩu phải có ít nhất 10 ký tự.',
});
export const passwordTooLong = defineError({
  ...newPassword, code: 'PASSWORD_TOO_LONG', message: 'A password has at most 200 characters.', vi: 'Mật khẩu không được dài quá 200 ký tự.',
});
export const passwordIsUsername = defineError({
  ...newPassword, code: 'PASSWORD_IS_USERNAME', message: 'The password is the username.', vi: 'Mật khẩu không được trùng với tên đăng nhập.',
});
export const passwordUnchanged = defineError({
  ...newPassword, code: 'PASSWORD_UNCHANGED', message: 'The new password is the old one.', vi: 'Mật khẩu mới phải khác mật khẩu hiện tại.',
});

export const usernameTaken = defineError({
  code: 'USERNAME_TAKEN',
  kind: 'CONFLICT',
  message: 'Another account has this username.',
  vi: 'Tên đăng nhập này đã được dùng.',
  fix: 'Vui lòng chọn tên đăng nhập khác.',
  fixEn: 'Choose another username.',
});

export const accountExists = defineError({
  code: 'ACCOUNT_EXISTS',
  kind: 'CONFLICT',
  message: 'The person already has an account.',
  vi: 'Người này đã có tài khoản.',
  fix: 'Vui lòng tìm tài khoản của người này trong danh sách.',
  fixEn: 'Look for the account in the list.',
});

/** Nobody locks the door behind themselves, and nobody gives themselves rights. */
export const notForOneself = defineError({
  code: 'NOT_FOR_ONESELF',
  kind: 'FORBIDDEN',
  message: 'An administrator cannot do this with the own account or the own roles.',
  vi: 'Quản trị viên không tự thực hiện thao tác này với tài khoản hoặc vai trò của chính mình.',
  fix: 'Vui lòng nhờ một quản trị viên khác.',
  fixEn: 'Ask another administrator.',
});

export const roleNotAssignable = defineError({
  code: 'ROLE_NOT_ASSIGNABLE',
  kind: 'VALIDATION',
  message: 'The role follows from the membership of a council, or is given by those who run the installation.',
  vi: 'Vai trò này không được phân công tại đây.',
  fix: 'Vai trò trong Hội đồng theo thành phần Hội đồng; vai trò vận hành hệ thống do đơn vị vận hành cấp.',
  fixEn: 'Roles of a council follow from its members; operators are named by those who run the installation.',
});

/** An operator sees the queues of every ward, so no administrator of one ward may come to own the account. */
export const accountOfOperator = defineError({
  code: 'ACCOUNT_OF_OPERATOR',
  kind: 'FORBIDDEN',
  message: 'The password of an operator is replaced by those who run the installation.',
  vi: 'Không đặt lại được mật khẩu của người vận hành hệ thống tại đây.',
  fix: 'Vui lòng liên hệ đơn vị vận hành hệ thống.',
  fixEn: 'Ask those who run the installation.',
});

export const roleScopeUnfit = defineError({
  code: 'ROLE_SCOPE_UNFIT',
  kind: 'VALIDATION',
  message: 'Heads of units and school coordinators need a unit, all other roles have none.',
  vi: 'Thủ trưởng đơn vị và đầu mối trường học phải gắn với một đơn vị; các vai trò khác thì không.',
  fix: 'Vui lòng chọn hoặc bỏ đơn vị cho phù hợp với vai trò.',
  fixEn: 'Choose a unit or leave it out, as the role needs.',
});

export const rolePeriodUnfit = defineError({
  code: 'ROLE_PERIOD_UNFIT',
  kind: 'VALIDATION',
  message: 'The last day lies before the first.',
  vi: 'Ngày kết thúc sớm hơn ngày bắt đầu.',
  fix: 'Vui lòng kiểm tra lại thời hạn.',
  fixEn: 'Check the two days.',
});

export const roleAlreadyHeld = defineError({
  code: 'ROLE_ALREADY_HELD',
  kind: 'CONFLICT',
  message: 'The person holds this role in a part of the period already.',
  vi: 'Người này đã giữ vai trò đó trong một phần của thời hạn.',
  fix: 'Vui lòng kết thúc phân công cũ hoặc đổi thời hạn.',
  fixEn: 'End the earlier assignment or change the period.',
});
