import { useState } from 'react';
import { isSimplePassword } from '#shared/contracts/identity/password';
import { isProblem } from '@/client/apiProblem';
import { Button } from '@/design/components/Button';
import { Notice } from '@/design/components/States';
import { TextField } from '@/design/components/TextField';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { signInTexts } from './texts';
import { useNewPassword } from './useSignIn';

type NewPasswordProps = { username: string; currentPassword: string };

/** In place of the first password, which somebody else knows. */
export function NewPasswordForm({ username, currentPassword }: NewPasswordProps) {
  const t = useTexts(signInTexts);
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const change = useNewPassword();
  const fault = () => {
    const refused = isProblem(change.error, 'PASSWORD_TOO_SIMPLE') && change.variables?.newPassword === next;
    if (refused || isSimplePassword(next, username)) return 'passwordSimple' as const;
    return next === currentPassword ? ('passwordSame' as const) : undefined;
  };
  const wrong = fault();
  const differs = next !== again;
  const submit = () => {
    setTried(true);
    if (!wrong && !differs) change.mutate({ currentPassword, newPassword: next });
  };
  return (
    <Box className="lt-column">
      <Notice>{t('firstPassword')}</Notice>
      <TextField
        id="new-password"
        kind="password"
        label={t('newPassword')}
        hint={t('passwordHint')}
        error={tried && wrong ? t(wrong) : undefined}
        value={next}
        maxLength={200}
        autoComplete="new-password"
        onChange={setNext}
      />
      <TextField
        id="new-password-again"
        kind="password"
        label={t('passwordAgain')}
        error={tried && differs ? t('passwordDiffers') : undefined}
        value={again}
        maxLength={200}
        autoComplete="new-password"
        onChange={setAgain}
        onEnter={submit}
      />
      <Button block size="big" busy={change.isPending} onTap={submit}>
        {t('changePassword')}
      </Button>
    </Box>
  );
}
