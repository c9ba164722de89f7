import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { type MyAccount, type Tokens } from '#shared/contracts/identity/account';
import { Input } from '@/design/primitives/Input';
import { show, signedIn } from '@/testing/show';
import { beginSession, endSession } from './session';
import { SignInGate } from './SignInGate';

function Form() {
  const [text, setText] = useState('');
  return <Input label="Note" value={text} onChange={setText} />;
}
const typed = () => screen.getByLabelText<HTMLInputElement>('Note').value;

beforeEach(() => {
  signedIn('shopper');
  show(
    <SignInGate>
      <Form />
    </SignInGate>,
  );
  fireEvent.change(screen.getByLabelText('Note'), { target: { value: 'ripe bananas' } });
  act(() => endSession());
  expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
});

test('a form outlives the end of the session', () => {
  screen.getByRole('button', { name: 'Sign in' });
  act(() => signedIn('shopper'));
  expect(typed()).toBe('ripe bananas');
});

test('whoever else signs in finds it empty', () => {
  act(() =>
    beginSession(
      { accessToken: 'b', refreshToken: 's' } as Tokens,
      { accountId: 'acc_2', displayName: 'Wu', roles: ['shopper'] } as unknown as MyAccount,
    ),
  );
  expect(typed()).toBe('');
});

test('who has another role is not let in', () => {
  act(() => signedIn('leader'));
  expect(typed()).toBe('ripe bananas');
  show(
    <SignInGate role="operator">
      <Form />
    </SignInGate>,
  );
  screen.getByText('This needs another role');
});
