import { defineTexts } from '@/i18n/texts';

export const clientTexts = defineTexts({
  zh: {
    offline: '连不上服务器，请检查网络',
    timedOut: '等待太久没有回应，请稍后再试',
    unexpected: '出了点意外，请稍后再试',
    signIn: '登录',
    signInFirst: '登录后查看',
    signInDetail: '手机号验证即可，不用注册',
    signInStaff: '用运营账号登录后继续',
    sessionEnded: '登录已失效，请重新登录',
    notAllowed: '这里需要其他权限',
    notAllowedDetail: '请用有权限的账号登录',
  },
  en: {
    offline: 'We cannot reach the server. Check your connection.',
    timedOut: 'That took too long. Please try again shortly.',
    unexpected: 'Something unexpected happened. Please try again.',
    signIn: 'Sign in',
    signInFirst: 'Sign in to see this',
    signInDetail: 'Your phone number is enough – no registration',
    signInStaff: 'Use your staff account to go on',
    sessionEnded: 'Your sign-in has ended. Please sign in again.',
    notAllowed: 'This needs another role',
    notAllowedDetail: 'Sign in with an account that has it',
  },
});
