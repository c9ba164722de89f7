import { type SignedIn } from '#shared/contracts/identity/account';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { queryClient } from '@/client/queries';
import { beginSession } from '@/client/session';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { currentLanguage } from '@/i18n/language';
import { translateNow } from '@/i18n/texts';
import { cameFrom, goBack, replacePage } from '@/platform/navigate';
import { wechatCode } from '@/platform/wechatSignIn';
import { workPages } from '@/platform/workPages';
import { signInTexts } from './texts';

const greet = ({ tokens, account, opened }: SignedIn) => {
  beginSession(tokens, account);
  void queryClient.invalidateQueries();
  const t = translateNow(signInTexts);
  showToast(t(opened ? 'opened' : 'welcomeBack', { name: account.displayName }));
};
const welcome = (signedIn: SignedIn) => {
  greet(signedIn);
  goBack();
};
/** Staff come to work: their desk opens, unless they were on their way to one of its pages. */
const welcomeStaff = (signedIn: SignedIn) => {
  greet(signedIn);
  if (cameFrom('operator')) goBack();
  else replacePage(workPages.operator);
};
const complain = (error: unknown) => showToast(messageOf(error), 'problem');

export const useSendCode = (onSent: (nextAllowedAt: string) => void) =>
  useWrite(
    (_key, phone: string) => api.identity.sendPhoneCode({ body: { phone, language: currentLanguage() } }),
    {
      onSuccess: ({ nextAllowedAt }) => onSent(nextAllowedAt),
      onError: complain,
    },
  );

export const usePhoneSignIn = () =>
  useWrite(
    (_key, { phone, code }: { phone: string; code: string }) =>
      api.identity.signInWithPhone({ body: { phone, code, language: currentLanguage() } }),
    { onSuccess: welcome, onError: complain },
  );

/** `onMustChange` is told when the password was only the first one, before anything else can be done. */
export const usePasswordSignIn = (onMustChange: () => void) =>
  useWrite(
    (_key, { username, password }: { username: string; password: string }) =>
      api.identity.signInWithPassword({ body: { username, password, language: currentLanguage() } }),
    {
      onSuccess: (signedIn) => {
        if (!signedIn.account.mustChangePassword) {
          welcomeStaff(signedIn);
          return;
        }
        beginSession(signedIn.tokens, signedIn.account);
        onMustChange();
      },
      onError: complain,
    },
  );

export const useNewPassword = () =>
  useWrite(
    (_key, passwords: { currentPassword: string; newPassword: string }) =>
      api.identity.changePassword({ body: passwords }),
    { onSuccess: welcomeStaff, onError: complain },
  );

export const useWechatSignIn = () =>
  useWrite(
    async () =>
      api.identity.signInWithWechat({ body: { code: await wechatCode(), language: currentLanguage() } }),
    { onSuccess: welcome, onError: complain },
  );
