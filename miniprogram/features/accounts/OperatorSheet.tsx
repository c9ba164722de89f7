import { type AccountRecord } from '#shared/contracts/identity/account';
import { isSimplePassword } from '#shared/contracts/identity/password';
import { isFilled } from '@/blocks/form/check';
import { FormSheet } from '@/blocks/form/FormSheet';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { isProblem } from '@/client/apiProblem';
import { queryClient } from '@/client/queries';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { accountsTexts } from './texts';

const isUsername = (text: string) => /^[a-z][a-z0-9._-]{2,31}$/.test(text);

type Draft = { displayName: string; username: string; firstPassword: string };
type OperatorSheetProps = { onClose: () => void; onAdded: (username: string) => void };

/** Opens an account for another operator, with a first password. */
export function OperatorSheet({ onClose, onAdded }: OperatorSheetProps) {
  const t = useTexts(accountsTexts);
  const form = useForm<Draft, AccountRecord>({
    name: 'operator',
    start: { displayName: '', username: '', firstPassword: '' },
    check: ({ displayName, username, firstPassword }) => ({
      displayName: isFilled(displayName),
      username: isUsername(username) ? undefined : t('usernameWrong'),
      firstPassword: isSimplePassword(firstPassword, username) ? t('passwordSimple') : undefined,
    }),
    save: (key, draft) =>
      api.identity.createOperator({
        body: { ...draft, displayName: draft.displayName.trim() },
        idempotencyKey: key,
      }),
    refusal: (error) => {
      if (isProblem(error, 'PASSWORD_TOO_SIMPLE')) return { firstPassword: t('passwordSimple') };
      return isProblem(error, 'USERNAME_TAKEN') ? { username: t('usernameTaken') } : {};
    },
    onSaved: ({ username = '' }) => {
      void queryClient.invalidateQueries({ queryKey: ['accounts'] });
      showToast(t('added'));
      onAdded(username);
    },
  });
  const { field } = form;
  return (
    <FormSheet
      title={t('newOperator')}
      form={form}
      onClose={onClose}
      intro={
        <Words as="p" className="lt-soft">
          {t('newOperatorHint')}
        </Words>
      }
    >
      <TextField {...field('displayName')} label={t('name')} maxLength={30} />
      <TextField
        {...field('username')}
        label={t('username')}
        hint={t('usernameHint')}
        maxLength={32}
        autoComplete="off"
      />
      <TextField
        {...field('firstPassword')}
        kind="password"
        label={t('password')}
        hint={t('passwordHint')}
        maxLength={200}
        autoComplete="new-password"
      />
    </FormSheet>
  );
}
