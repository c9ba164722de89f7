import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { useLanguageStore } from '@/i18n/language';
import { Keypad } from './Keypad';

function Typed() {
  const [value, setValue] = useState('');
  return <Keypad value={value} press={setValue} />;
}

const press = (...names: string[]) => {
  for (const name of names) fireEvent.click(screen.getByRole('button', { name }));
};
const field = () => screen.getByRole<HTMLInputElement>('textbox');

beforeEach(() => {
  useLanguageStore.setState({ language: 'en' });
  render(<Typed />);
});

test('types, erases and clears by big keys', () => {
  press('4', '0', '3', 'Erase one digit');
  expect(field().value).toBe('40');
  press('Clear');
  expect(field().value).toBe('');
});

test('takes what is pasted', () => {
  fireEvent.change(field(), { target: { value: '4037 1924' } });
  expect(field().value).toBe('4037 1924');
});

test('keys that are pressed before the last one is drawn are not lost', () => {
  cleanup();
  let typed = '';
  // Nothing of it is drawn.
  render(<Keypad value="" press={(change) => (typed = change(typed))} />);
  press('5', '7', '1');
  expect(typed).toBe('571');
});
