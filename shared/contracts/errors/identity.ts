import { problems } from './problemText';

export const identityErrors = problems({
  WECHAT_CODE_REFUSED: {
    status: 401,
    zh: '微信登录失败，请重试',
    en: 'WeChat sign-in failed. Please try again.',
  },
  SIGN_IN_CODE_WRONG: { status: 401, zh: '验证码不正确或已过期', en: 'That code is wrong or has expired.' },
  PASSWORD_WRONG: { status: 401, zh: '用户名或密码不正确', en: 'The user name or password is wrong.' },
  REFRESH_TOKEN_REFUSED: {
    status: 401,
    zh: '登录已失效，请重新登录',
    en: 'Your sign-in has ended. Please sign in again.',
  },
  ACCOUNT_CLOSED: { status: 403, zh: '该账号已停用', en: 'This account is closed.' },
  SIGN_IN_LOCKED: {
    status: 429,
    zh: '尝试次数过多，请稍后再试',
    en: 'Too many tries. Wait a while and try again.',
  },
  APPLICATION_PENDING: {
    status: 409,
    zh: '您的团长申请正在审核中',
    en: 'Your application is already being looked at.',
  },
  APPLICATION_ALREADY_DECIDED: {
    status: 409,
    zh: '该申请已处理',
    en: 'This application has already been decided.',
  },
  TOO_MANY_ADDRESSES: {
    status: 409,
    zh: '地址数量已达上限，请先删除不用的地址',
    en: 'You have too many addresses. Delete one first.',
  },
  TOO_MANY_CODES: {
    status: 429,
    zh: '验证码发送太频繁，请稍后再试',
    en: 'Too many codes were sent to this number. Wait a while and try again.',
  },
  PHONE_TAKEN: {
    status: 409,
    zh: '该手机号已绑定其他账号，请用手机号登录',
    en: 'This phone number belongs to another account. Sign in with the number instead.',
  },
  OWN_ACCOUNT: {
    status: 409,
    zh: '不能对自己的账号这样做，请让其他运营人员操作',
    en: 'You cannot do this to your own account. Ask another operator.',
  },
  OPERATOR_CANNOT_LEAVE: {
    status: 409,
    zh: '请先让其他运营人员取消您的运营权限，再注销账号',
    en: 'Ask another operator to take your operator role first, then delete the account.',
  },
  PASSWORD_TOO_SIMPLE: {
    status: 400,
    zh: '密码太简单，请用至少 10 个不易猜到的字符',
    en: 'That password is too simple. Use 10 characters or more that nobody guesses.',
  },
  USERNAME_TAKEN: { status: 409, zh: '用户名已被使用', en: 'That user name is taken.' },
});
