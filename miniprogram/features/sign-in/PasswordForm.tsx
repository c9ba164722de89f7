import { useState } from 'react';
import { Button } from '@/design/components/Button';
import { TextField } from '@/design/components/TextField';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { NewPasswordForm } from './NewPasswordForm';
import { signInTexts } from './texts';
import { usePasswordSignIn } from './useSignIn';

/** For the merchant's own staff. */
export function PasswordForm() {
  const t = useTexts(signInTexts);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [first, setFirst] = useState(false);
  const signIn = usePasswordSignIn(() => setFirst(true));
  const submit = () => {
    if (username !== '' && password !== '') signIn.mutate({ username: username.trim(), password });
  };
  if (first) return <NewPasswordForm username={username.trim()} currentPassword={password} />;
  return (
    <Box className="lt-column">
      <TextField
        id="username"
        label={t('username')}
        value={username}
        onChange={setUsername}
        autoComplete="username"
      />
      <TextField
        id="password"
        kind="password"
        label={t('password')}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        onEnter={submit}
      />
      <Button
        block
        size="big"
        busy={signIn.isPending}
        disabled={username === '' || password === ''}
        onTap={submit}
      >
        {t('signIn')}
      </Button>
    </Box>
  );
}
