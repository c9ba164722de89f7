import { type SignedIn } from '#shared/contracts/identity/account';
import { api } from '@/client/api';
import { messageOf } from '@/client/apiProblem';
import { queryClient } from '@/client/queries';
import { beginSession } from '@/client/session';
import { useWrite } from '@/client/useWrite';
import { showToast } from '@/design/components/Toast';
import { currentLanguage } from '@/i18n/language';
import { translateNow } from '@/i18n/texts';
import { goBack } from '@/platform/navigate';
import { wechatCode } from '@/platform/wechatSignIn';
import { signInTexts } from './texts';

const welcome = ({ tokens, account, opened }: SignedIn) => {
  beginSession(tokens, account);
  void queryClient.invalidateQueries();
  const t = translateNow(signInTexts);
  showToast(t(opened ? 'opened' : 'welcomeBack', { name: account.displayName }));
  goBack();
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

export const usePasswordSignIn = () =>
  useWrite(
    (_key, { username, password }: { username: string; password: string }) =>
      api.identity.signInWithPassword({ body: { username, password, language: currentLanguage() } }),
    { onSuccess: welcome, onError: complain },
  );

export const useWechatSignIn = () =>
  useWrite(
    async () =>
      api.identity.signInWithWechat({ body: { code: await wechatCode(), language: currentLanguage() } }),
    { onSuccess: welcome, onError: complain },
  );
