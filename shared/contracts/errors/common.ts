import { problems } from './problemText';

/** What any operation may answer. */
export const commonErrors = problems({
  MALFORMED_REQUEST: {
    status: 400,
    zh: '请求内容有误，请检查后再试',
    en: 'Something in the request is not right. Check it and try again.',
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    zh: '缺少幂等键，请更新应用后再试',
    en: 'An Idempotency-Key header is needed. Update the app and try again.',
  },
  NOT_SIGNED_IN: { status: 401, zh: '请先登录', en: 'Please sign in first.' },
  TOKEN_EXPIRED: {
    status: 401,
    zh: '登录已过期，请重新登录',
    en: 'Your sign-in has expired. Please sign in again.',
  },
  NOT_ALLOWED: { status: 403, zh: '您的账号没有此权限', en: 'Your account may not do this.' },
  NOT_FOUND: { status: 404, zh: '找不到您要的内容', en: 'We cannot find what you asked for.' },
  METHOD_NOT_ALLOWED: { status: 405, zh: '不支持此操作', en: 'This address does not support that method.' },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    zh: '这个请求与之前的不一致，请重新操作',
    en: 'This key was used for another request. Start again.',
  },
  REQUEST_IN_PROGRESS: {
    status: 409,
    zh: '正在处理，请稍候',
    en: 'The same request is still being handled. Wait a moment.',
  },
  CHANGED_MEANWHILE: {
    status: 409,
    zh: '内容刚刚有变化，请刷新后再试',
    en: 'This has just changed. Refresh and try again.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    zh: '内容太大，请缩小后再试',
    en: 'That is too large. Make it smaller and try again.',
  },
  IMAGE_TOO_LARGE: {
    status: 413,
    zh: '图片太大，请缩小后再传',
    en: 'This picture is too large. Make it smaller and send it again.',
  },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, zh: '不支持这种格式', en: 'This format is not supported.' },
  TOO_MANY_REQUESTS: {
    status: 429,
    zh: '操作太频繁，请稍后再试',
    en: 'Too many tries. Wait a moment and try again.',
  },
  INTERNAL: {
    status: 500,
    zh: '我们这边出了点问题，请稍后再试',
    en: 'Something went wrong on our side. Please try again later.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    zh: '服务暂时繁忙，请稍后再试',
    en: 'We are busy right now. Please try again shortly.',
  },
});
