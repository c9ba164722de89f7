import { useState } from 'react';
import { Button } from '@/design/components/Button';
import { TextField } from '@/design/components/TextField';
import { digitsOf } from '@/design/format/typed';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { useNow } from '@/platform/clock';
import { signInTexts } from './texts';
import { usePhoneSignIn, useSendCode } from './useSignIn';

const isPhone = (text: string) => /^1[3-9][0-9]{9}$/.test(text);
const isCode = (text: string) => /^[0-9]{6}$/.test(text);

/** A phone number, and the code that was sent to it. */
export function PhoneForm() {
  const t = useTexts(signInTexts);
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [again, setAgain] = useState<string | undefined>();
  const [tried, setTried] = useState(false);
  const send = useSendCode(setAgain);
  const signIn = usePhoneSignIn();
  const now = useNow(1000);
  const waitSeconds = again === undefined ? 0 : Math.ceil((Date.parse(again) - now) / 1000);
  const submit = () => {
    setTried(true);
    if (isPhone(phone) && isCode(code)) signIn.mutate({ phone, code });
  };
  return (
    <Box className="lt-column">
      <TextField
        id="phone"
        kind="phone"
        label={t('phone')}
        hint={t('phoneHint')}
        error={tried && !isPhone(phone) ? t('phoneWrong') : undefined}
        value={phone}
        autoComplete="tel"
        onChange={setPhone}
        trailing={
          <Button
            kind="secondary"
            size="small"
            busy={send.isPending}
            disabled={waitSeconds > 0}
            onTap={() => {
              setTried(!isPhone(phone));
              if (isPhone(phone)) send.mutate(phone);
            }}
          >
            {waitSeconds > 0 ? t('sendAgain', { n: waitSeconds }) : t('sendCode')}
          </Button>
        }
      />
      <TextField
        id="code"
        kind="digits"
        label={t('code')}
        hint={send.isSuccess ? t('codeHint') : undefined}
        error={tried && send.isSuccess && !isCode(code) ? t('codeWrong') : undefined}
        value={code}
        maxLength={12}
        autoComplete="one-time-code"
        onChange={(text) => setCode(digitsOf(text))}
        onEnter={submit}
      />
      <Button block size="big" busy={signIn.isPending} onTap={submit}>
        {t('signIn')}
      </Button>
    </Box>
  );
}
